import { capitalised } from '../../model/phrases.ts';
import type { ReadingTrouble } from './backup-desk.ts';

/** Why a backup could not be read, and what to do; nothing was written anywhere. */
export function TroubleLines({
  trouble: { title, problems },
  onAgain,
}: {
  readonly trouble: ReadingTrouble;
  readonly onAgain: () => void;
}) {
  return (
    <div className="backup-body scrolls" tabIndex={0} role="group" aria-label="What went wrong">
      <section className="backup-card narrow">
        <h3>{title}</h3>
        <ul className="backup-problems" role="alert">
          {problems.map(({ file, message, advice }) => (
            <li key={`${file} ${message}`}>
              <p>
                {file.includes('/') && (
                  <b>
                    <bdi>{file.slice(file.indexOf('/') + 1)}</bdi>:{' '}
                  </b>
                )}
                <bdi>{file.includes('/') ? message : capitalised(message)}</bdi>
              </p>
              {advice !== undefined && (
                <p className="quiet">
                  <bdi>{advice}</bdi>
                </p>
              )}
            </li>
          ))}
        </ul>
        <p className="quiet">Nothing was changed: the folder is as it was.</p>
        <div className="line-up">
          <button type="button" className="button main" onClick={onAgain}>
            Open another
          </button>
        </div>
      </section>
    </div>
  );
}
