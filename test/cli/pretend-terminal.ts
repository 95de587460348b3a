/** Makes the outputs of this process terminals, or none, until what it returns is called. */
export function pretendTerminal(isTTY: boolean): () => void {
  const backs = [process.stdout, process.stderr].map((stream) => {
    const before = Object.getOwnPropertyDescriptor(stream, 'isTTY');
    Object.defineProperty(stream, 'isTTY', { value: isTTY, configurable: true });
    // A pipe has no such property at all.
    return () => (before ? Object.defineProperty(stream, 'isTTY', before) : Reflect.deleteProperty(stream, 'isTTY'));
  });
  return () => {
    for (const back of backs) back();
  };
}
