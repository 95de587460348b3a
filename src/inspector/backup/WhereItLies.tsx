import { type KeyboardEvent, useState } from 'react';
import { copyText } from '../parts/copy-text.ts';
import { Icon } from '../parts/Icon.tsx';

type Computer = 'mac' | 'windows';
const COMPUTERS: readonly (readonly [Computer, string])[] = [
  ['mac', 'On a Mac'],
  ['windows', 'On Windows'],
];

const MAC_PATH = '~/Library/Application Support/MobileSync/Backup';
const WINDOWS_PATH = String.raw`%APPDATA%\Apple Computer\MobileSync\Backup`;
const STORE_PATH = String.raw`%USERPROFILE%\Apple\MobileSync\Backup`;

/** Where a computer keeps backups, in steps that can be read to somebody on the telephone. */
export function WhereItLies() {
  const [shown, setShown] = useState<Computer>(isWindowsHere() ? 'windows' : 'mac');
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = shown === 'mac' ? 'windows' : 'mac';
    setShown(next);
    event.currentTarget.querySelector<HTMLElement>(`#lies-${next}`)?.focus();
  };
  return (
    <>
      <h3>Where the folder lies</h3>
      <div className="tabs" role="tablist" aria-label="Kind of computer" tabIndex={-1} onKeyDown={step}>
        {COMPUTERS.map(([id, word]) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`lies-${id}`}
            aria-selected={id === shown}
            aria-controls="lies-steps"
            tabIndex={id === shown ? 0 : -1}
            onClick={() => setShown(id)}
          >
            {word}
          </button>
        ))}
      </div>
      <div id="lies-steps" role="tabpanel" aria-labelledby={`lies-${shown}`}>
        {shown === 'mac' ? <OnMac /> : <OnWindows />}
      </div>
    </>
  );
}

const isWindowsHere = (): boolean => /\bWindows\b/.test(navigator.userAgent);

function OnMac() {
  return (
    <ol className="steps">
      <li>
        With the device at hand: connect it, open Finder, choose the device at the left, then General, then “Manage
        Backups”. Press Control and click the backup, and choose “Show in Finder”.
      </li>
      <li>
        Without the device: in Finder choose Go in the menu at the top, then “Go to Folder”, and type{' '}
        <Path path={MAC_PATH} />
      </li>
      <li>Each backup is a folder there, named with letters and digits. Drag it from that window onto this page.</li>
      <li>
        If the Mac does not let the browser look into it: hold Option, drag the folder to the desktop, which copies it,
        and drop the copy here.
      </li>
    </ol>
  );
}

function OnWindows() {
  return (
    <ol className="steps">
      <li>
        Press the Windows key and R together, type <Path path={WINDOWS_PATH} /> and press Enter. iTunes from Apple’s
        website keeps backups there.
      </li>
      <li>
        If there is no such folder: the same with <Path path={STORE_PATH} />. Apple Devices and the iTunes of the
        Microsoft Store keep them there.
      </li>
      <li>Each backup is a folder there, named with letters and digits. Drag it from that window onto this page.</li>
    </ol>
  );
}

function Path({ path }: { readonly path: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <span className="path-of">
      <code>{path}</code>{' '}
      <button
        type="button"
        className="button bare small"
        aria-label={`Copy ${path}`}
        onClick={() => void copyText(path).then(setCopied)}
      >
        <Icon name={copied ? 'check' : 'copy'} size={13} />
        <span role="status">{copied ? 'Copied' : 'Copy'}</span>
      </button>
    </span>
  );
}
