import { listedInWords, titleOfGlance } from './backup-words.ts';
import type { BackupGlance } from './talk.ts';

/** Without a day it stands last. */
const whenMade = ({ made }: BackupGlance): number => (made === undefined ? 0 : Date.parse(made));

interface ChooseProps {
  readonly backups: readonly BackupGlance[];
  readonly onChoose: (index: number) => void;
}

/** The backups of a computer, told apart without the names that people gave them. */
export function ChooseBackup({ backups, onChoose }: ChooseProps) {
  const order = backups
    .map((backup, index) => ({ backup, index }))
    .toSorted((a, b) => whenMade(b.backup) - whenMade(a.backup) || a.index - b.index);
  return (
    <div className="backup-body scrolls" tabIndex={0} role="group" aria-label="Backups">
      <section className="backup-card narrow">
        <h3>{backups.length} backups lie here, the newest first. Which one?</h3>
        <ol className="backup-list-of">
          {order.map(({ backup, index }) => (
            <li key={index}>
              <button type="button" className="pick" onClick={() => onChoose(index)}>
                <b>{titleOfGlance(backup)}</b>
                <span className="quiet">{listedInWords(backup)}</span>
              </button>
            </li>
          ))}
        </ol>
        <p className="quiet">
          The names of devices and people are not read. Two of the same device are told apart by their day.
        </p>
      </section>
    </div>
  );
}
