import { countOf } from '../../model/groups.ts';
import type { CSSProperties } from 'react';
import { type Fate, FATE_ORDER, FATES } from '../../model/fates.ts';
import { fatesOf, MIXED_UP } from '../../teach/confusions.ts';
import type { Score } from '../../teach/score.ts';
import { FateShape } from '../parts/Fate.tsx';
import './matrix.css';

export type Confusions = Score['matrix'];

/** The fates that are mixed up most stand there always: a table of its own for each learner could not be compared. */
const ALWAYS: ReadonlySet<Fate> = new Set(MIXED_UP.flatMap((confusion) => fatesOf(confusion)));

const countIn = (matrix: Confusions, is: Fate, said: Fate): number =>
  countOf({ get: (fate: Fate) => matrix[is]?.[fate] }, said);

/** The fates of one side that have come up, and those that stand there always. */
const fatesIn = (counts: (one: Fate, other: Fate) => number): readonly Fate[] =>
  FATE_ORDER.filter((fate) => ALWAYS.has(fate) || FATE_ORDER.some((other) => counts(fate, other) > 0));

interface MatrixProps {
  readonly matrix: Confusions;
  readonly caption: string;
  /** `small`: shapes alone, for a card. */
  readonly size: 'small' | 'full';
}

/** What was said, across, of what it is, down. On the diagonal it is right. */
export function Matrix({ matrix, caption, size }: MatrixProps) {
  const rows = fatesIn((is, said) => countIn(matrix, is, said));
  const columns = fatesIn((said, is) => countIn(matrix, is, said));
  const most = Math.max(1, ...rows.flatMap((is) => columns.map((said) => countIn(matrix, is, said))));
  return (
    <table className={`matrix ${size}`}>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="matrix-corner">
            {size === 'full' ? 'It is ↓ you said →' : <span className="hidden">It is; you said</span>}
          </th>
          {columns.map((said) => (
            <th key={said} scope="col" title={FATES[said].word}>
              <FateShape fate={said} label={FATES[said].word} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((is) => (
          <tr key={is}>
            <th scope="row" title={FATES[is].word}>
              <FateShape fate={is} {...(size === 'small' ? { label: FATES[is].word } : {})} />
              {size === 'full' && <span>{FATES[is].word}</span>}
            </th>
            {columns.map((said) => (
              <Cell key={said} times={countIn(matrix, is, said)} isRight={is === said} most={most} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly times: number;
  readonly isRight: boolean;
  readonly most: number;
}

function Cell({ times, isRight, most }: CellProps) {
  const kind = times === 0 ? 'never' : isRight ? 'is-so' : 'mixed-up';
  return (
    <td className={kind} style={{ '--heat': `${Math.round((100 * times) / most)}%` } as CSSProperties}>
      {times === 0 ? <span aria-hidden="true">·</span> : times}
    </td>
  );
}
