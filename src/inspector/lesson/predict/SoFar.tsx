import type { CSSProperties } from 'react';
import { CERTAINTIES, CERTAINTY_WORDS } from '../../../teach/attempt.ts';
import { HARM_ORDER, HARMS } from '../../../teach/answer-fate.ts';
import type { Score } from '../../../teach/score.ts';
import { Matrix } from '../Matrix.tsx';
import { SureBars } from './AnswerChoices.tsx';
import './calibration.css';

interface SoFarProps {
  readonly score: Score;
  /** Rows that are open, of how many. */
  readonly opened: number;
  readonly rows: number;
}

/** What has come of the bets until now. */
export function SoFar({ score, opened, rows }: SoFarProps) {
  return (
    <section className="card panel so-far" aria-label="So far">
      <h2>So far</h2>
      <p>
        <b>{`${opened} of ${rows} open`}</b>
        {score.of > 0 && `, ${score.points} of ${score.of} right`}
      </p>
      {hasCounts(score) && <Matrix matrix={score.matrix} caption="What you said of what it is" size="full" />}
      <HarmList score={score} />
      <Calibration score={score} />
    </section>
  );
}

/** Where no fate was asked there is nothing to lay beside each other. */
export const hasCounts = ({ matrix }: Score): boolean => Object.keys(matrix).length > 0;

interface HarmProps {
  readonly score: Score;
  /** With what each means. */
  readonly isWhole?: boolean;
}

/** What wrong answers would have done to the customer. */
export function HarmList({ score: { harms }, isWhole = false }: HarmProps) {
  const found = HARM_ORDER.filter((harm) => harms[harm] !== undefined);
  if (found.length === 0) return null;
  return (
    <ul className="harms">
      {found.map((harm) => (
        <li key={harm} title={isWhole ? undefined : HARMS[harm].means}>
          <b>{`${HARMS[harm].word}: ${String(harms[harm])}`}</b>
          {isWhole && <span className="quiet"> {HARMS[harm].means}</span>}
        </li>
      ))}
    </ul>
  );
}

/** How often right, by how sure. It is told and never graded. */
export function Calibration({ score: { certainty, certaintyPoints } }: { readonly score: Score }) {
  const told = CERTAINTIES.flatMap((sure) => {
    const tally = certainty[sure];
    return tally && tally.of > 0 ? [{ sure, ...tally }] : [];
  });
  if (told.length === 0) return null;
  return (
    <div className="calibration">
      <ul>
        {told.map(({ sure, right, of }) => (
          <li key={sure}>
            <SureBars sure={sure} />
            <span>{CERTAINTY_WORDS[sure]}</span>
            <span className="share" aria-hidden="true">
              <i style={{ '--part': `${(100 * right) / of}%` } as CSSProperties} />
            </span>
            <span>{`${right} of ${of}`}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{`Never graded. On a scale on which honesty pays: ${signed(certaintyPoints)}`}</p>
    </div>
  );
}

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points).replace('-', '−'));
