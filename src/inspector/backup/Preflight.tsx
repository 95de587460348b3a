import { Icon } from '../parts/Icon.tsx';
import type { BackupAnswer } from './backup-answer.ts';
import type { BackupDesk, PayloadState } from './backup-desk.ts';
import { CHECK_WORDS } from './backup-words.ts';
import { CitedSources } from './SourceLines.tsx';
import { formatCount } from '../../model/bytes.ts';

interface PreflightProps {
  readonly answer: BackupAnswer;
  readonly payload: PayloadState;
  readonly desk: BackupDesk;
}

/** The checks that a device makes, in its order: what would stop the restore, before it is tried. */
export function Preflight({ answer: { checks, notices }, payload, desk }: PreflightProps) {
  const failed = checks.filter(({ state }) => state === 'failed');
  const open = checks.filter(({ state }) => state === 'not-knowable').length;
  return (
    <section aria-labelledby="backup-preflight">
      <h3 id="backup-preflight">Would a restore go through?</h3>
      <p className="verdict" data-state={failed.length > 0 ? 'failed' : 'passed'}>
        {failed[0]
          ? `No. This check fails: “${failed[0].title}”.`
          : open > 0
            ? `Nothing that can be seen here stops it. ${open} of ${checks.length} checks cannot be known from here.`
            : 'Nothing that can be seen here stops it.'}
      </p>
      <ol className="checks">
        {checks.map((check) => (
          <li key={check.id} data-state={check.state}>
            <details>
              <summary>
                <Sign state={check.state} />
                <span>
                  <b>{check.title}</b> <span className="state-word">{CHECK_WORDS[check.state]}</span>
                  <span className="found">{check.found}</span>
                </span>
              </summary>
              <CitedSources sources={check.sources} />
            </details>
            {check.state === 'failed' && (
              <div className="stopped">
                <p>
                  <b>A person would see:</b> {check.error}
                </p>
                <p>
                  <b>The way out:</b> {check.way}
                </p>
              </div>
            )}
            {check.id === 'payload' && <PayloadLine payload={payload} desk={desk} />}
          </li>
        ))}
      </ol>
      {notices.length > 0 && (
        <ul className="notices">
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PayloadLine({ payload, desk }: { readonly payload: PayloadState; readonly desk: BackupDesk }) {
  switch (payload.is) {
    case 'looked at':
      return null;
    case 'none':
      return <p className="quiet">Only single files were given. Drop the whole folder to have it looked at.</p>;
    case 'looking':
      return <p role="status">Looking at the files of the folder: {formatCount(payload.seen)} so far …</p>;
    case 'not looked at':
      return (
        <p>
          <button type="button" className="button small" onClick={() => void desk.lookAtPayload()}>
            Look at the files of the folder
          </button>{' '}
          <span className="quiet">Names and lengths alone; there are many, so it takes a while.</span>
        </p>
      );
  }
}

function Sign({ state }: { readonly state: BackupAnswer['checks'][number]['state'] }) {
  return (
    <span className="sign" aria-hidden="true">
      {state === 'not-knowable' ? <b>?</b> : <Icon name={state === 'passed' ? 'check' : 'close'} size={13} />}
    </span>
  );
}
