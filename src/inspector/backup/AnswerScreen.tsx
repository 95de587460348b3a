import { threeLinesOf } from '../../import/three-lines.ts';
import { FATE_ORDER, OUTCOMES } from '../../model/fates.ts';
import { FateWord } from '../parts/Fate.tsx';
import type { Session } from '../state/session.ts';
import { AppsInBackup } from './AppsInBackup.tsx';
import type { BackupAnswer } from './backup-answer.ts';
import type { BackupDesk, BackupDeskSnapshot } from './backup-desk.ts';
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

function ThreeLines({ answer }: { readonly answer: BackupAnswer }) {
  const [headline, ...more] = threeLinesOf(answer);
  return (
    <div className="three-lines">
      <p className="headline">{headline}</p>
      {more.map((line) => (
        <p key={line}>{line}</p>
      ))}
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
