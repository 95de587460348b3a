import type { Problem } from '../../model/problem.ts';
import { Dialog } from '../parts/Dialog.tsx';
import type { Trouble } from '../state/session.ts';
import './trouble.css';

/** What is wrong with a scenario or a link, each problem with its line and column. */
export function TroubleDialog({
  trouble: { title, says, problems },
  onClose,
}: {
  readonly trouble: Trouble;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title.slice(0, 200)} onClose={onClose}>
      <p role="alert">{says}</p>
      <ol className="problems">
        {problems.map((problem) => (
          <li key={`${problem.line} ${problem.column} ${problem.message}`}>
            <One problem={problem} />
          </li>
        ))}
      </ol>
      <div className="line-up">
        <button type="button" className="button main" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

const MAX_EXCERPT_LENGTH = 120;

function One({ problem: { line, column, message, excerpt, advice } }: { readonly problem: Problem }) {
  return (
    <>
      <p>
        <b>{line !== undefined && `Line ${line}${column === undefined ? '' : `, column ${column}`}: `}</b>
        <bdi>{message}</bdi>
      </p>
      {excerpt !== undefined && column !== undefined && (
        <pre dir="ltr">
          {[
            excerpt.slice(0, MAX_EXCERPT_LENGTH),
            column <= MAX_EXCERPT_LENGTH ? `${' '.repeat(column - 1)}^` : '',
          ].join('\n')}
        </pre>
      )}
      {advice !== undefined && (
        <p className="quiet">
          <bdi>{advice}</bdi>
        </p>
      )}
    </>
  );
}
