import type { Explanation } from '../../insight/explain/why.ts';
import { type ExplainedCell, type ExplainedReference, sourcesBehind } from '../../insight/explain/explain-rule.ts';
import { GATES } from '../../model/fates.ts';
import { outcomeOn } from '../../model/on-way.ts';
import { formatBytes, formatCount } from '../../model/bytes.ts';
import { dayInWords } from '../../model/time.ts';
import { addressesOf } from '../../rulebook/evidence/addresses.ts';
import { CATALOGUED } from '../../rulebook/evidence/sources.ts';
import { FateShape, wordOf } from '../parts/Fate.tsx';
import { must } from '../../model/must.ts';
import { fateKeyOf } from '../../stepping/fate-keys.ts';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import { ChangesOnPaper } from './ChangesOnPaper.tsx';
import { cameAtTheEnd, type HandoutPart, isOfInterest, partsOfHandout, titlesOfPart } from './handout-parts.ts';
import { SheetFoot, SheetHead } from './SheetFrame.tsx';

/** For who teaches: every reason with the values, the rule, its sources, and what to say. */
export function TrainerHandout({ store }: ViewProps) {
  const { recording } = useStory(store, 'recording');
  const { told, untold } = partsOfHandout(store, isOfInterest);
  const came = cameAtTheEnd(store);
  const { outcome } = must(recording.frames[recording.last], 'the last frame');
  const { word, means } = outcomeOn(useRoute(store), outcome);
  return (
    <article className="print-sheet handout">
      <SheetHead store={store} kind="For the trainer" />
      <ChangesOnPaper store={store} />
      <p>
        <b>{word}.</b> {means}
      </p>
      {came.length > 0 && (
        <p>
          <b>On the phone and usable ({formatCount(came.length)}):</b> {titlesOfPart({ items: came })}.
        </p>
      )}
      {told.map((part) => (
        <Part key={part.row.id} store={store} part={part} />
      ))}
      {untold > 0 && <p>And {formatCount(untold)} more items for other reasons.</p>}
      <p className="sheet-note">
        Sources as they said on {dayInWords(CATALOGUED)}. A page may say something else since.
      </p>
      <SheetFoot store={store} />
    </article>
  );
}

function Part({ store, part }: ViewProps & { readonly part: HandoutPart }) {
  const route = useRoute(store);
  const { row, explanation, bytes, answers } = part;
  const { rule, missing, means } = explanation;
  const fate = fateKeyOf(row);
  const cited = rule?.references ?? explanation.references;
  return (
    <section className="handout-part">
      <h2>
        <FateShape fate={fate} size={12} /> {titlesOfPart(part)}
        <span className="handout-fate">
          {wordOf(fate, route)}
          {bytes > 0 ? `, ${formatBytes(bytes)}` : ''}
        </span>
      </h2>
      <dl>
        <dt>Way</dt>
        <dd>{wayInWords(explanation)}</dd>
        {rule?.cells.map((cell) => (
          <Compared key={cell.fact} cell={cell} />
        ))}
        <dt>Why</dt>
        <dd>{rule?.says ?? means}</dd>
        {rule && (
          <>
            <dt>Say</dt>
            <dd>“{rule.customer}”</dd>
          </>
        )}
        {rule?.mends && (
          <>
            <dt>Mends it</dt>
            <dd>{rule.mends}</dd>
          </>
        )}
        {missing && (
          <>
            <dt>Ask</dt>
            <dd>
              {missing.ask}
              {answers.map(({ value, words, word, says }) => (
                <span key={value} className="handout-answer">
                  {words}: {word}. {says}
                </span>
              ))}
            </dd>
          </>
        )}
        <dt>Source</dt>
        <dd>
          <Cited references={cited} />
        </dd>
        {explanation.disputes.map(({ about, follows }) => (
          <span key={about} className="handout-row">
            <dt>Disputed</dt>
            <dd>
              {about} We follow: {follows}
            </dd>
          </span>
        ))}
      </dl>
    </section>
  );
}

const MAX_SOURCES = 4;

function Cited({ references }: { readonly references: readonly ExplainedReference[] }) {
  return (
    <>
      {sourcesBehind(references)
        .slice(0, MAX_SOURCES)
        .map((source) => (
          <span key={source.key} className="handout-source">
            {source.title} ({source.meaning}). {addressesOf(source)[0] ?? source.where}
          </span>
        ))}
    </>
  );
}

function Compared({ cell: { compare, words } }: { readonly cell: ExplainedCell }) {
  return (
    <>
      <dt>Compared</dt>
      <dd>{compare ? `Then: ${compare.backup}. Now: ${compare.now}. ${words}.` : `${words}.`}</dd>
    </>
  );
}

/** `Passed: Capture, Erase. Stopped at: Eligibility.` */
function wayInWords({ gates }: Explanation): string {
  const named = (wanted: (typeof gates)[number]['state']): string =>
    gates
      .filter(({ state }) => state === wanted)
      .map(({ gate }) => GATES[gate].title)
      .join(', ');
  const parts: readonly (readonly [string, string])[] = [
    ['Passed', named('passed')],
    ['Stopped at', named('stopped')],
    ['Waits at', named('waits')],
    ['Arrived at', named('brought')],
    ['Not known at', named('unknown')],
  ];
  return parts.flatMap(([word, at]) => (at === '' ? [] : [`${word}: ${at}.`])).join(' ');
}
