import type { BackupAnswer } from './backup-answer.ts';
import { Machinery } from '../parts/Machinery.tsx';
import { SourceLines } from './SourceLines.tsx';

interface AnswerProps {
  readonly answer: BackupAnswer;
}

/** What people look for, and the list of the backup does not name. */
export function NotInBackup({ answer: { absent, list, never, hasAppList, backup } }: AnswerProps) {
  return (
    <section aria-labelledby="backup-absent">
      <h3 id="backup-absent">What is not in this backup</h3>
      {!list && <p className="quiet">What its list would name is not known.</p>}
      <ul className="told">
        {absent.map(({ item, title, why, isUnexplained, sources }) => (
          <li key={item}>
            <b>
              <bdi>{title}</bdi>
            </b>
            <p>{why}</p>
            {!isUnexplained && <SourceLines sources={sources} of={title} />}
          </li>
        ))}
        {!hasAppList && backup.apps.length > 0 && (
          <li>
            <b>The list of apps for the App Store (Info.plist, Applications)</b>
            <p>
              Nothing says which apps to install, so none comes back by itself: they are installed by hand, and their
              data wait for them.
            </p>
          </li>
        )}
        <li>
          <b>In no backup on a computer at all</b>
          <p>{never.join(', ')}.</p>
        </li>
      </ul>
    </section>
  );
}

/** Both sides, for whoever keeps the rules right. */
export function Disagreements({ answer: { disagreements } }: AnswerProps) {
  if (disagreements.length === 0) return null;
  return (
    <section aria-labelledby="backup-disagreements">
      <h3 id="backup-disagreements">Where the backup and the rule book disagree</h3>
      <p className="quiet">The backup counts: what it holds, it holds. Whoever keeps the rules right looks at these.</p>
      <ul className="told">
        {disagreements.map(({ item, title, backup, ruleBook, rule, sources }) => (
          <li key={`${item} ${rule}`}>
            <b>
              <bdi>{title}</bdi>
            </b>{' '}
            <Machinery>
              <span className="tag">{rule}</span>
            </Machinery>
            <dl className="sides">
              <dt>The backup</dt>
              <dd>{backup}</dd>
              <dt>The rule book</dt>
              <dd>{ruleBook}</dd>
            </dl>
            <SourceLines sources={sources} of={title} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What no file tells, what is taken for it meanwhile, and the question that settles it. */
export function Untold({ answer: { questions } }: AnswerProps) {
  return (
    <section aria-labelledby="backup-untold">
      <h3 id="backup-untold">What the files cannot tell, and what to ask</h3>
      <ol className="told">
        {questions.map(({ id, about, taken, ask }) => (
          <li key={id}>
            <b>{ask}</b>
            <p className="quiet">
              {about}
              {taken === undefined ? '. Not known.' : `. Taken for so until then: ${taken}.`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
