import { useEffect, useMemo, useState } from 'react';
import type { TaskLog } from '../../../teach/attempt.ts';
import { type BetMark, marksOf, scoreOf } from '../../../teach/score.ts';
import type { Variant } from '../../../teach/variant.ts';
import { fateKeyOf } from '../../../stepping/fate-keys.ts';
import { useRoute, useStory } from '../../state/use-story.ts';
import { FeedbackCard } from '../feedback/FeedbackCard.tsx';
import { ONE_COLUMN, useMedia } from '../use-media.ts';
import { type BetRowData, isDeep } from './bet-row.ts';
import { BetRow, type RowState } from './BetRow.tsx';
import { LessonAside } from './LessonAside.tsx';
import type { RevealStops } from './openings.ts';
import { spokenReveal } from './spoken-reveal.ts';
import { SoFar } from './SoFar.tsx';
import { StepBar } from './StepBar.tsx';
import { type Reveal, useReveal } from './use-reveal.ts';

interface RevealingProps {
  readonly variant: Variant;
  readonly log: TaskLog;
  readonly rows: readonly BetRowData[];
  readonly stops: RevealStops;
  readonly onNext: (() => void) | null;
}

/** After the lock: the story goes on step by step, and each bet is turned over where its item is decided. */
export function Revealing({ variant, log, rows, stops, onNext }: RevealingProps) {
  const reveal = useReveal(
    variant,
    stops,
    useMemo(() => rows.map(({ item }) => idOf(item)), [rows]),
  );
  const route = useRoute(reveal.store);
  const { ledger } = useStory(reveal.store, 'ledger');
  const [picked, setPicked] = useState<{ readonly row: string; readonly at: number } | null>(null);
  const marks = useMemo(() => marksOf(variant, log), [variant, log]);
  const marksOfRow = (row: BetRowData): readonly BetMark[] =>
    row.questions.flatMap(({ n }) => marks.filter((mark) => mark.n === n));
  const opened = rows.filter(({ item }) => reveal.isOpen(idOf(item)));
  const shown =
    opened.find(({ key }) => picked?.at === reveal.position && key === picked.row) ?? newest(opened, reveal);
  const stateOf = (row: BetRowData): RowState => {
    if (reveal.isOpen(idOf(row.item))) return { kind: 'revealed', marks: marksOfRow(row) };
    const place = row.item ? reveal.store.placeOf(row.item.id) : undefined;
    const so = place === undefined ? undefined : ledger.rows[place];
    return { kind: 'locked', soFar: so && so.fate !== null ? fateKeyOf(so) : null };
  };
  const isBelow = useMedia(ONE_COLUMN);
  const said = shown?.item ? (
    <FeedbackCard key={shown.key} variant={variant} item={shown.item} marks={marksOfRow(shown)} />
  ) : null;
  useInSight(shown?.key);
  const openMarks = opened.flatMap(marksOfRow);
  return (
    <>
      <main className="lesson-main predict revealing">
        <div className="side case-side">
          <LessonAside variant={variant} store={reveal.store} />
        </div>
        <section className="card panel bets-panel" aria-label="Your bets, and what happened">
          <header className="bets-head">
            <h2>Your bets, and what happened</h2>
            <p className="quiet">{`${opened.length} of ${rows.length} open`}</p>
          </header>
          <div className="bets-scroll scrolls" tabIndex={0} role="group" aria-label="Bets">
            <ol className={isDeep(rows) ? 'bets deep' : 'bets'}>
              {rows.map((row) => (
                <BetRow
                  key={row.key}
                  row={row}
                  state={stateOf(row)}
                  route={route}
                  isSelected={row === shown}
                  onSelect={() => setPicked({ row: row.key, at: reveal.position })}
                >
                  {isBelow && row === shown && said}
                </BetRow>
              ))}
            </ol>
          </div>
        </section>
        <div className="side">
          {isBelow ? null : said ? (
            said
          ) : (
            <section className="card panel feedback" aria-label="Why">
              <h2>Your bets are locked</h2>
              <p>
                Each row opens at the step at which its item is decided for the last time. What was right, what was not,
                and why is told here.
              </p>
            </section>
          )}
          <SoFar score={scoreOf(openMarks, variant.lesson.pass)} opened={opened.length} rows={rows.length} />
        </div>
      </main>
      <StepBar reveal={reveal} isAllOpen={opened.length === rows.length} onNext={onNext} />
      <p className="hidden" role="status">
        {spokenReveal(
          rows.filter(({ item }) => reveal.isNew(idOf(item))).map((row) => ({ row, marks: marksOfRow(row) })),
          route,
        )}
      </p>
    </>
  );
}

/** The row that is spoken of is brought into sight: others may have opened above and below it. */
function useInSight(row: string | undefined): void {
  useEffect(() => {
    if (row !== undefined) document.querySelector(`[data-row="${row}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [row]);
}

const idOf = (item: BetRowData['item']): string | null => (item === null ? null : item.id);

/** Of the rows that are open the one that opened last; where several did, one that was not as it was bet. */
function newest(opened: readonly BetRowData[], reveal: Reveal): BetRowData | undefined {
  const last = Math.max(-1, ...opened.map(({ item }) => reveal.opensAt(idOf(item))));
  return opened.find(({ item }) => item && reveal.opensAt(item.id) === last);
}
