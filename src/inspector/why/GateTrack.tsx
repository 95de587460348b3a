import type { Explanation, GateState, GateStep } from '../../insight/explain/why.ts';
import { type Fate, GATES } from '../../model/fates.ts';
import { useVoice } from '../parts/voice.ts';
import { colourOf, FateGlyph } from '../parts/Fate.tsx';

const WORDS: Readonly<Record<GateState, string>> = {
  passed: 'passed',
  brought: 'arrived here',
  stopped: 'stopped here',
  waits: 'waits here',
  'not-reached': 'not reached',
  elsewhere: 'does not concern it',
  unknown: 'a fact is not given',
};

/** The gates that concern the item, as stops on a line. Where something became of it, its fate stands with its mark. */
export function GateTrack({ explanation }: { readonly explanation: Explanation }) {
  const voice = useVoice();
  return (
    <ol className="gate-track">
      {explanation.gates.map((step) => {
        const { gate, state, says } = step;
        const fate = fateAt(step, explanation);
        return (
          <li
            key={gate}
            className={fate ? `${state} decided` : state}
            title={says}
            style={fate ? { color: colourOf(fate) } : undefined}
          >
            <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
              {fate ? <Decided fate={fate} /> : <Stop state={state} />}
            </svg>
            <span className="gate-word">{voice(GATES[gate].title.toLowerCase())}</span>
            <span className="hidden">: {WORDS[state]}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** What became of it at a gate: an item that the backup never held did not fail there, and must not look so. */
function fateAt({ gate, state }: GateStep, { fate, backupCopy, syncWithheld }: Explanation): Fate | null {
  if (state !== 'stopped' && state !== 'brought' && state !== 'waits' && state !== 'unknown') return null;
  if (backupCopy && backupCopy.outcome !== 'eligible' && backupCopy.gate === gate) return backupCopy.outcome;
  return gate === 'sync' && state === 'stopped' && syncWithheld ? syncWithheld.outcome : fate;
}

const Decided = ({ fate }: { readonly fate: Fate }) => (
  <>
    <circle cx="10" cy="10" r="9" fill="var(--card)" />
    <FateGlyph fate={fate} x={10} y={10} size={15} />
  </>
);

function Stop({ state }: { readonly state: GateState }) {
  const line = { fill: 'var(--card)', stroke: 'currentColor', strokeWidth: 1.6 } as const;
  if (state !== 'passed') return <circle cx="10" cy="10" r={state === 'elsewhere' ? 1.8 : 3} fill="currentColor" />;
  return (
    <>
      <circle cx="10" cy="10" r="6.2" {...line} />
      <path d="M7.2 10.2 9.2 12.2 12.8 8.2" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  );
}
