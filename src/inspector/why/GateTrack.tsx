import type { GateState, GateStep } from '../../insight/explain/why.ts';

const WORDS: Readonly<Record<GateState, string>> = {
  passed: 'passed',
  brought: 'arrived here',
  stopped: 'stopped here',
  waits: 'waits here',
  'not-reached': 'not reached',
  elsewhere: 'does not concern it',
  unknown: 'a fact is not given',
};

/** The gates that concern the item, as stops on a line. */
export function GateTrack({ gates }: { readonly gates: readonly GateStep[] }) {
  return (
    <ol className="gate-track">
      {gates.map(({ gate, state, says }) => (
        <li key={gate} className={state} title={says}>
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <Stop state={state} />
          </svg>
          <span>{gate}</span>
          <span className="hidden">: {WORDS[state]}</span>
        </li>
      ))}
    </ol>
  );
}

function Stop({ state }: { readonly state: GateState }) {
  const line = { fill: 'var(--card)', stroke: 'currentColor', strokeWidth: 1.6 } as const;
  switch (state) {
    case 'passed':
      return (
        <>
          <circle cx="10" cy="10" r="6.2" {...line} />
          <path
            d="M7.2 10.2 9.2 12.2 12.8 8.2"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeLinecap="round"
          />
        </>
      );
    case 'brought':
      return (
        <>
          <circle cx="10" cy="10" r="7" fill="currentColor" />
          <path d="M7 10.2 9.2 12.4 13 8" fill="none" stroke="var(--card)" strokeWidth="1.8" strokeLinecap="round" />
        </>
      );
    case 'stopped':
      return (
        <>
          <rect x="3.5" y="3.5" width="13" height="13" rx="2.5" fill="currentColor" />
          <path d="M6.8 10h6.4" stroke="var(--card)" strokeWidth="2" strokeLinecap="round" />
        </>
      );
    case 'waits':
      return (
        <>
          <circle cx="10" cy="10" r="6.2" {...line} />
          <path d="M10 3.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
        </>
      );
    case 'unknown':
      return (
        <>
          <circle cx="10" cy="10" r="6.2" {...line} strokeDasharray="2.4 2" />
          <path
            d="M8.3 8.5a1.8 1.8 0 1 1 2.6 1.5c-.7.4-.9.7-.9 1.3M10 13.2v.1"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinecap="round"
          />
        </>
      );
    default:
      return <circle cx="10" cy="10" r={state === 'elsewhere' ? 1.8 : 3} fill="currentColor" />;
  }
}
