/** The page gets its turn: what waits to be drawn or answered comes first. */
export const aTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
