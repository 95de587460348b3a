import type { Route } from '../../../model/kinds.ts';
import type { BetMark } from '../../../teach/score.ts';
import { ON_THE_WAY } from '../../../stepping/fate-keys.ts';
import { FateWord } from '../../parts/Fate.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { type BetRowData, titleOfRow } from './bet-row.ts';

interface VerdictProps {
  readonly row: BetRowData;
  readonly marks: readonly BetMark[];
  readonly route: Route;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

/** What the simulator says of a row, beside what was bet on it. */
export function RowVerdict({ row, marks, route, isSelected, onSelect }: VerdictProps) {
  return (
    <>
      <div className="verdict-lines">
        {marks.map((mark, place) => (
          <VerdictLine key={mark.n} row={row} mark={mark} place={place} route={route} />
        ))}
      </div>
      {row.item && (
        <button
          type="button"
          className="button small why-button"
          aria-pressed={isSelected}
          aria-label={`Why: ${titleOfRow(row)}`}
          onClick={onSelect}
        >
          Why
        </button>
      )}
    </>
  );
}

interface LineProps {
  readonly row: BetRowData;
  readonly mark: BetMark;
  readonly place: number;
  readonly route: Route;
}

function VerdictLine({ row, mark, place, route }: LineProps) {
  const question = row.questions[place]?.question;
  const key = question?.options.find(({ word }) => word === mark.key);
  return (
    <p className="verdict-line">
      <span className={mark.right ? 'tick is-so' : 'tick not-so'}>
        <Icon name={mark.right ? 'check' : 'close'} size={14} />
        <span className="hidden">{mark.right ? 'Right: ' : 'Not so: '}</span>
      </span>
      {mark.question === 'fate' ? (
        <FateWord fate={mark.truth.fate === null ? ON_THE_WAY : mark.truth.fate} route={route} />
      ) : (
        <span>{key ? key.says : mark.key}</span>
      )}
    </p>
  );
}
