import { type DragEvent, useState } from 'react';
import { messageOf } from '../export/message-of.ts';
import { Icon } from '../parts/Icon.tsx';
import type { BackupDesk } from './backup-desk.ts';
import { NO_BACKUP } from './backup-words.ts';
import { READ_FILES } from './found-backup.ts';
import { askForFiles, askForFolder, canAskForFolder } from './pick-backup.ts';
import { WhereItLies } from './WhereItLies.tsx';

/** The ways in: dropping first, for browsers let nobody choose a folder where backups lie. */
export function StartScreen({ desk }: { readonly desk: BackupDesk }) {
  const [isOver, setIsOver] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const openBy = async (way: () => Promise<boolean>) => {
    setTold(null);
    try {
      if (!(await way())) setTold(NONE);
    } catch (error) {
      setTold(messageOf(error));
    }
  };
  const over = (is: boolean) => (event: DragEvent) => {
    if (event.dataTransfer.types.includes('Files')) setIsOver(is);
  };
  return (
    <div className="backup-body start scrolls" tabIndex={0} role="group" aria-label="Open a backup">
      <section className="backup-card ways">
        <div
          className="drop-here"
          data-over={isOver}
          onDragEnter={over(true)}
          onDragOver={over(true)}
          onDragLeave={over(false)}
          onDrop={() => setIsOver(false)}
        >
          <Icon name="box" size={32} />
          <p>
            <b>Drop the folder of the backup here</b>
          </p>
          <p className="quiet">Or the folder “Backup” with all of a computer’s. It never leaves this browser.</p>
        </div>
        {told !== null && (
          <p className="wrong" role="alert">
            {told}
          </p>
        )}
        <div className="line-up">
          {canAskForFolder() && (
            <button type="button" className="button" onClick={() => void openBy(askForFolder)}>
              <Icon name="file" /> Choose the folder
            </button>
          )}
          <button type="button" className="button" onClick={() => void openBy(() => askForFiles(false))}>
            <Icon name="file" /> Choose its files
          </button>
          <button type="button" className="button" onClick={() => void openBy(() => askForFiles(true))}>
            <Icon name="file" /> Choose the whole folder (slow)
          </button>
        </div>
        <p className="quiet">
          Dropping works wherever the folder lies. A browser lets nobody choose a folder inside “Library” or “AppData”,
          which is where backups are kept: copy it to the desktop first, or choose the files {FILES_IN_WORDS} in it, as
          many as there are. For the whole folder the browser lists all that lies in it, which takes a while.
        </p>
        <h3>No backup at hand?</h3>
        <div className="line-up">
          <button type="button" className="button" onClick={() => void desk.trySample('plain')}>
            Try a sample backup
          </button>
          <button type="button" className="button" onClick={() => void desk.trySample('encrypted')}>
            Try an encrypted sample
          </button>
        </div>
        <p className="quiet">Made here, of a person who does not exist.</p>
      </section>
      <section className="backup-card">
        <WhereItLies />
        <h3>What is read, and what is not</h3>
        <ul className="read-or-not">
          <li>
            <Icon name="check" size={13} /> Read: the device’s model and iOS, the day, the list of apps, and the list of
            files with their sizes.
          </li>
          <li>
            <Icon name="close" size={13} /> Never opened: messages, photos, and whatever else the files hold.
          </li>
          <li>
            <Icon name="close" size={13} /> Left behind: names of people, devices and files, telephone and serial
            numbers, accounts, and apps from outside the store.
          </li>
          <li>
            <Icon name="close" size={13} /> Never written: nothing in the folder changes, and nothing is sent anywhere.
          </li>
        </ul>
      </section>
    </div>
  );
}

const FILES_IN_WORDS = `${READ_FILES.slice(0, 4).join(', ')} and ${READ_FILES[4]}`;
const NONE = `There is no backup in this. ${NO_BACKUP.message} ${NO_BACKUP.advice}`;
