import { spawn } from 'node:child_process';

const OPENERS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  // The empty word is the title of a window that `start` would otherwise take from the address.
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address in the person's browser. Where there is none, nothing happens: the address is printed anyway. */
export function openBrowser(address: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  try {
    const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
    child.on('error', () => {});
    child.unref();
  } catch {
    // As above.
  }
}
