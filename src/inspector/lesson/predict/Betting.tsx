import { useLayoutEffect, useRef } from 'react';
import type { Variant } from '../../../teach/variant.ts';
import type { LessonDesk } from '../lesson-desk.ts';
import { handOnFocus, useFocusHandedOn } from '../focus-first.ts';
import { KnownCase } from '../KnownCase.tsx';
import { answerByKey, focusFirstOpen } from './bet-keys.ts';
import { type BetRowData, isAnswered, isDeep } from './bet-row.ts';
import { BetRow } from './BetRow.tsx';
import { FateLegend } from './FateLegend.tsx';

interface BettingProps {
  readonly desk: LessonDesk;
  readonly place: number;
  readonly variant: Variant;
  readonly rows: readonly BetRowData[];
}

/** Before the lock: the case, and the bets. Nothing here knows how the story goes on. */
export function Betting({ desk, place, variant, rows }: BettingProps) {
  useFocusHandedOn();
  const form = useRef<HTMLElement>(null);
  const began = useRef(0);
  useLayoutEffect(() => {
    began.current = performance.now();
    const { current: element } = form;
    const listen = (event: KeyboardEvent) => element && answerByKey(element, event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  const asksFate = rows.some(({ questions }) => questions.some(({ question }) => question.kind === 'fate'));
  const open = rows.filter((row) => !isAnswered(row)).length;
  const lock = (): void => {
    if (open > 0) return focusFirstOpen(form.current);
    handOnFocus();
    desk.lock(place, Math.round((performance.now() - began.current) / 1000));
  };
  return (
    <>
      <main className="lesson-main predict betting">
        <div className="side case-side">
          <KnownCase variant={variant} />
        </div>
        <section className="card panel bets-panel" aria-label="Your bets" ref={form}>
          <header className="bets-head">
            <h2>{asksFate ? 'Where does each of these end?' : 'What decides it?'}</h2>
            <p className="quiet only-keys">A digit chooses and goes on, Enter goes on.</p>
          </header>
          <div className="bets-scroll scrolls">
            <ol className={isDeep(rows) ? 'bets deep' : 'bets'}>
              {rows.map((row, at) => (
                <BetRow
                  key={row.key}
                  row={row}
                  state={{ kind: 'open to bets' }}
                  isFirst={at === 0}
                  route={variant.scenario.route}
                  onChoose={(n, option) => desk.bet(place, n, option)}
                  onSure={(sure) => row.questions[0] && desk.beSure(place, row.questions[0].n, sure)}
                />
              ))}
            </ol>
          </div>
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
