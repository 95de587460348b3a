import { useEffect, useRef, useState } from 'react';
import type { Certainty } from '../../../teach/attempt.ts';
import type { Variant } from '../../../teach/variant.ts';
import type { LessonDesk } from '../lesson-desk.ts';
import { CaseCard } from '../CaseCard.tsx';
import { answerByKey, focusFirstOpen } from './bet-keys.ts';
import { BetRow, type BetRowData, isAnswered } from './BetRow.tsx';
import { FateLegend } from './FateLegend.tsx';

interface BettingProps {
  readonly desk: LessonDesk;
  readonly place: number;
  readonly variant: Variant;
  readonly rows: readonly BetRowData[];
}

/** Before the lock: the case, and the bets. Nothing here knows how the story goes on. */
export function Betting({ desk, place, variant, rows: kept }: BettingProps) {
  const form = useRef<HTMLElement>(null);
  const began = useRef(0);
  useEffect(() => {
    began.current = performance.now();
  }, [place]);
  const { rows, choose, beSure } = useBets(desk, place, kept);
  const open = rows.filter((row) => !isAnswered(row)).length;
  const lock = () => {
    if (open > 0) focusFirstOpen(form.current);
    else desk.lock(place, Math.round((performance.now() - began.current) / 1000));
  };
  return (
    <>
      <main className="lesson-main predict betting">
        <div className="side case-side">
          <CaseCard variant={variant} />
        </div>
        <section className="card panel bets-panel" aria-label="Your bets" ref={form} onKeyDown={answerByKey}>
          <header className="bets-head">
            <h2>Where does each of these end?</h2>
            <p className="quiet only-keys">A digit chooses and goes on, Enter goes on.</p>
          </header>
          <ol className={isDeep(rows) ? 'bets deep scrolls' : 'bets scrolls'}>
            {rows.map((row) => (
              <BetRow
                key={row.key}
                row={row}
                state={{ kind: 'open to bets' }}
                route={variant.scenario.route}
                onChoose={(n, option) => choose(row, n, option)}
                onSure={(sure) => beSure(row, sure)}
              />
            ))}
          </ol>
        </section>
        <div className="side">
          <FateLegend rows={rows} route={variant.scenario.route} />
        </div>
      </main>
      <footer className="lesson-foot">
        <p className="foot-says">
          {open === 0 ? (
            <>
              <b>All bets are made.</b> Once they are locked nothing can be changed, and the story begins.
            </>
          ) : (
            <>
              <b>{`${rows.length - open} of ${rows.length}`}</b> answered. There is no time limit.
            </>
          )}
        </p>
        <button type="button" className="button main" data-after-bets aria-disabled={open > 0} onClick={lock}>
          Lock my bets
        </button>
      </footer>
    </>
  );
}

/** More than the fate is asked: each row takes the whole width. */
export const isDeep = (rows: readonly BetRowData[]): boolean => rows.some(({ questions }) => questions.length > 1);

/** What is chosen goes onto the desk. How sure one is waits here for an answer that it can belong to. */
function useBets(desk: LessonDesk, place: number, kept: readonly BetRowData[]) {
  const [waiting, setWaiting] = useState<ReadonlyMap<string, Certainty>>(new Map());
  const rows = kept.map((row) => (row.sure ? row : { ...row, sure: waiting.get(row.key) ?? row.sure }));
  const bet = (n: number, option: number, sure: Certainty | null) =>
    desk.bet(place, n, option, sure === null ? undefined : sure);
  const choose = ({ questions: [first], sure }: BetRowData, n: number, option: number) =>
    bet(n, option, first?.n === n ? sure : null);
  const beSure = ({ key, questions: [first] }: BetRowData, sure: Certainty) => {
    if (first && first.chosen !== null) bet(first.n, first.chosen, sure);
    else setWaiting(new Map(waiting).set(key, sure));
  };
  return { rows, choose, beSure };
}
