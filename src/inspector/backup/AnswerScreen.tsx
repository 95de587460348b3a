import { sizeInWords } from '../../import/size-words.ts';
import { formatBytes, formatCount } from '../../model/bytes.ts';
import { FATE_ORDER, OUTCOMES } from '../../model/fates.ts';
import { dayInWords } from '../../model/time.ts';
import { FateWord } from '../parts/Fate.tsx';
import type { Session } from '../state/session.ts';
import { AppsInBackup } from './AppsInBackup.tsx';
import type { BackupAnswer } from './backup-answer.ts';
import type { BackupDesk, BackupDeskSnapshot } from './backup-desk.ts';
import { appsInWords, ENCRYPTION_WORDS } from './backup-words.ts';
import { ItemsInBackup } from './ItemsInBackup.tsx';
import { Disagreements, NotInBackup, Untold } from './NotTold.tsx';
import { Preflight } from './Preflight.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import { TargetPanel } from './TargetPanel.tsx';

interface AnswerProps {
  readonly desk: BackupDesk;
  readonly session: Session;
  readonly snapshot: BackupDeskSnapshot;
  readonly answer: BackupAnswer;
  readonly onPlayed: () => void;
}

/** What a backup is, whether a restore would go through, what is in it and what is not; the device beside it. */
export function AnswerScreen({ desk, session, snapshot, answer, onPlayed }: AnswerProps) {
  const { payload, isBehind, sample } = snapshot;
  return (
    <div className="backup-answer" aria-busy={isBehind}>
      <div className="backup-told scrolls" tabIndex={0} role="group" aria-label="The answer">
        {sample !== null && <p className="sample-of">A sample, of a person who does not exist.</p>}
        <ThreeLines answer={answer} />
        <Preflight answer={answer} payload={payload} desk={desk} />
        <ItemsInBackup answer={answer} />
        <AppsInBackup answer={answer} />
        <NotInBackup answer={answer} />
        <Disagreements answer={answer} />
        <Untold answer={answer} />
      </div>
      <aside className="backup-aside scrolls" tabIndex={0} aria-label="The device, and what becomes of it all">
        <TargetPanel desk={desk} snapshot={snapshot} answer={answer} />
        <Ends answer={answer} />
        <TakeAlong file={answer.file} session={session} isBehind={isBehind} onPlayed={onPlayed} />
      </aside>
    </div>
  );
}

function ThreeLines({ answer: { backup, list } }: { readonly answer: BackupAnswer }) {
  const { model, ios, made, encryption, files, bytes, isFromList } = backup;
  return (
    <div className="three-lines">
      <p className="headline">
        {`${model}, iOS ${ios}, backed up ${dayInWords(made)}: ${ENCRYPTION_WORDS[encryption]}.`}
      </p>
      <p>
        {isFromList && list
          ? `${formatCount(files)} files, ${sizeInWords(list)}, in ${placesInWords(list)}.`
          : files === 0
            ? 'How much there is in it is not known.'
            : `${formatCount(files)} files, ${formatBytes(bytes)} as they lie on the disk. What they are is not known.`}
      </p>
      <p>{appsInWords(backup)}</p>
    </div>
  );
}

/** How it ends, and how many of what it holds end how. */
function Ends({ answer: { outcome, ends, endedBy } }: { readonly answer: BackupAnswer }) {
  const counted = FATE_ORDER.map((fate) => [fate, ends.filter((end) => end.fate === fate).length] as const);
  return (
    <section className="ends" aria-labelledby="backup-ends">
      <h3 id="backup-ends">{OUTCOMES[outcome].word}</h3>
      <p className="quiet">{OUTCOMES[outcome].means}</p>
      {endedBy !== null && <p>{endedBy}</p>}
      <ul>
        {counted
          .filter(([, many]) => many > 0)
          .map(([fate, many]) => (
            <li key={fate}>
              <b>{many}</b> <FateWord fate={fate} route="computer" />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** Those in which a file lies: most containers of a phone are empty. */
const placesInWords = ({ domains, emptyDomains }: NonNullable<BackupAnswer['list']>): string =>
  `${formatCount(domains - emptyDomains)} places`;
