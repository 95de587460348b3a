import { InputError } from '../../model/problem.ts';
import { whatIf } from '../../insight/what-if/what-if.ts';
import { play } from '../../run/play.ts';
import { withChanges } from '../../scenario/change.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Answered, Asked } from './worker-talk.ts';

/** At most so often, in milliseconds, the page hears how far a search is. */
const REST = 100;

let given: Scenario | undefined;
const answer = (answered: Answered): void => postMessage(answered);

function carryOut(asked: Asked): void {
  if (asked.kind === 'scenario') {
    given = asked.scenario;
    return;
  }
  if (!given) return;
  const { n } = asked;
  if (asked.kind === 'search') {
    let told = performance.now();
    const onRun = (runs: number): void => {
      if (performance.now() - told < REST) return;
      told = performance.now();
      answer({ kind: 'runs', n, runs });
    };
    answer({ kind: 'found', n, answers: whatIf(given, asked.target, { onRun }) });
    return;
  }
  const scenario = withChanges(given, asked.changes);
  const { journal, fingerprints } = play(scenario);
  answer({ kind: 'played', n, scenario, lines: journal.lines, chain: journal.chain, fingerprints });
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  try {
    carryOut(data);
  } catch (error) {
    const isInput = error instanceof InputError;
    if (data.kind !== 'scenario')
      answer({
        kind: 'failed',
        n: data.n,
        isInput,
        says: isInput ? error.problems.map(({ message }) => message).join('; ') : String(error),
      });
  }
});
// The rule book is fetched first, and what was sent before would be lost.
answer({ kind: 'ready' });
