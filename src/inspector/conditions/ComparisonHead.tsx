import { type ReactNode, useState } from 'react';
import type { Condition } from '../../insight/what-if/condition.ts';
import { formatCount } from '../../model/bytes.ts';
import { GATES, OUTCOMES } from '../../model/fates.ts';
import { type Changes, routeUnder } from '../../scenario/conditions.ts';
import { useVoice } from '../parts/voice.ts';
import { Machinery, useMachinery } from '../parts/Machinery.tsx';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { valueNow } from './change-set.ts';
import type { Comparison, EndShown } from './ends.ts';
import { partingWords, plainPartingWords } from './parting-words.ts';
import { valueWords } from './words.ts';
import { whySame } from './why-same.ts';

interface HeadProps extends ViewProps {
  readonly given: EndShown;
  readonly changed: EndShown;
  readonly compared: Comparison;
  /** Those that are changed, and how. */
  readonly conditions: readonly Condition[];
  readonly changes: Changes;
  readonly isPlaying: boolean;
}

const MAX_NAMED = 3;

/** Both runs by their ends and fingerprints, and what that comes to. */
export function ComparisonHead(props: HeadProps) {
  const { store, given, changed, conditions, changes } = props;
  const { recording, hand } = useStory(store, 'recording', 'hand');
  const [isWhole, setWhole] = useState(false);
  const isChanged = given !== changed;
  return (
    <>
      <div className="both-heads">
        <p className="quiet">
          {formatCount(recording.items.length)} {recording.items.length === 1 ? 'item' : 'items'}
          <br />
          in both runs
        </p>
        <Side title="As given" end={given} says={conditions.length === 0 ? null : named(conditions, () => undefined)} />
        <Side
          title={hand ? 'As changed, by hand' : 'As changed'}
          end={changed}
          isChanged={isChanged}
          isSame={given.fingerprints.outcome === changed.fingerprints.outcome}
          says={
            conditions.length === 0
              ? hand
                ? `By what was done from step ${hand.from + 1} on`
                : null
              : named(conditions, (condition) => valueNow(condition, changes))
          }
        />
      </div>
      <Band {...props}>
        <button
          type="button"
          className="link"
          aria-expanded={isWhole}
          aria-controls="whole-prints"
          onClick={() => setWhole(!isWhole)}
        >
          in full
        </button>
      </Band>
      {isWhole && (
        <Machinery>
          <WholePrints {...props} />
        </Machinery>
      )}
      {isChanged && <FirstDifference {...props} />}
    </>
  );
}

function named(conditions: readonly Condition[], valueOf: (condition: Condition) => string | undefined): string {
  const words = conditions
    .slice(0, MAX_NAMED)
    .map(
      (condition) => `${condition.title.slice(0, 60)}: ${valueWords(condition, valueOf(condition) ?? condition.value)}`,
    );
  return `${words.join(' · ')}${conditions.length > MAX_NAMED ? ` · and ${conditions.length - MAX_NAMED} more` : ''}`;
}

interface SideProps {
  readonly title: string;
  readonly says: string | null;
  readonly end: EndShown;
  readonly isChanged?: boolean;
  readonly isSame?: boolean;
}

function Side({ title, says, end, isChanged = false, isSame = true }: SideProps) {
  const { outcome } = end.fingerprints;
  return (
    <div className={isChanged ? 'side changed' : 'side'}>
      <h2>{title}</h2>
      {says !== null && (
        <p className="side-says">
          <bdi>{says}</bdi>
        </p>
      )}
      <p>{OUTCOMES[end.outcome].word}</p>
      <Machinery>
        <p className="quiet">
          Outcome{' '}
          <code title={outcome} className={isSame ? '' : 'differs'}>
            {outcome.slice(0, 8)} {outcome.slice(8, 16)}
          </code>
        </p>
      </Machinery>
    </div>
  );
}

function Band({
  store,
  given,
  changed,
  compared: { flips, moved },
  conditions,
  isPlaying,
  children,
}: HeadProps & { readonly children: ReactNode }) {
  const isSame = given.fingerprints.outcome === changed.fingerprints.outcome;
  const isNone = flips.length === 0 && moved.length === 0;
  return (
    <div className={flips.length > 0 ? 'band flips' : 'band'} aria-busy={isPlaying}>
      <p role="status">
        {isPlaying ? 'Playing the changed scenario …' : saidOf(flips.length, moved.length, given === changed)}
      </p>
      <Machinery>
        <span className={isSame ? 'prints same' : 'prints'}>
          {isSame ? 'Outcome fingerprints are equal' : 'Outcome fingerprints differ'}, {children}
        </span>
      </Machinery>
      {isNone && conditions.length > 0 && !isPlaying && (
        <ul className="reasons">
          {conditions.slice(0, 6).map((condition) => (
            <li key={`${condition.path} ${condition.title}`}>
              <bdi>{whySame(condition, store.file.book, given, changed)}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function saidOf(flips: number, moved: number, isOne: boolean): string {
  if (isOne) return 'Nothing is changed yet: both sides are one run.';
  if (flips > 0) return `${formatCount(flips)} ${flips === 1 ? 'fate flips' : 'fates flip'}`;
  return moved > 0 ? 'No fate flips' : 'Nothing changes: no fate flips, and every gate and rule stays the same.';
}

/** The first thing that goes another way, in both sides’ words. */
function FirstDifference({ store, compared: { first } }: HeadProps) {
  const { recording, given, changes } = useStory(store, 'recording', 'given', 'changes');
  const machinery = useMachinery();
  const voice = useVoice();
  if (!first) return <p className="no-difference">Both runs are the same from beginning to end.</p>;
  const step = Math.min(first.a?.step ?? Number.POSITIVE_INFINITY, first.b?.step ?? Number.POSITIVE_INFINITY);
  const gate = recording.frames[step - 1]?.gate;
  const words = machinery
    ? partingWords(first)
    : plainPartingWords(first, {
        a: { world: store.world, route: given.route },
        b: { world: store.world, route: routeUnder(changes, given.route) },
      });
  return (
    <div className="both-heads words" role="group" aria-label="First difference">
      <p className="quiet">
        First difference
        <br />
        <b>
          step {step}
          {gate ? `, ${voice(GATES[gate].title.toLowerCase())}` : ''}
        </b>
      </p>
      <p>
        <bdi>{words ? voice(words.a) : 'Up to here both runs are the same.'}</bdi>
      </p>
      {words && (
        <p>
          <bdi>{voice(words.b)}</bdi>
        </p>
      )}
    </div>
  );
}

function WholePrints({ given, changed }: HeadProps) {
  return (
    <div className="both-heads words" id="whole-prints">
      {(['outcome', 'journal'] as const).map((kind) => [
        <span key={kind} className="quiet">
          {kind === 'outcome' ? 'Outcome' : 'Journal'}
        </span>,
        <code key={`${kind} given`} data-fingerprint={`given ${kind}`}>
          {given.fingerprints[kind]}
        </code>,
        <code key={`${kind} changed`} data-fingerprint={`changed ${kind}`}>
          {changed.fingerprints[kind]}
        </code>,
      ])}
    </div>
  );
}
