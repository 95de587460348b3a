import type { Session } from '../state/session.ts';
import './opening.css';

/** What is being opened and how far it is, until it stands in the page; it can be given up. */
export function OpeningLine({
  session,
  name,
  says,
}: {
  readonly session: Session;
  readonly name: string;
  readonly says: string;
}) {
  return (
    <div className="floating opening" role="status">
      <p>
        <b className="clip">
          <bdi>{name.slice(0, 200)}</bdi>
        </b>
        <span>{says}</span>
      </p>
      <progress aria-label={`Opening ${name.slice(0, 200)}`} />
      <button type="button" className="button small" onClick={() => session.cancelOpening()}>
        Cancel
      </button>
    </div>
  );
}
