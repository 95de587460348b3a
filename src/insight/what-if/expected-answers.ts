import { listedOr } from '../../model/listed.ts';
import { eachOf } from '../../model/optional.ts';
import type { ExpectedAnswer } from '../../scenario/expectation.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { checkScenario, type CheckResult } from '../../run/check.ts';
import type { Miss } from '../../run/expected.ts';
import type { PlayOptions } from '../../run/play.ts';
import type { ProvedSet } from './answer.ts';
import { whatIf } from './what-if.ts';

/** A scenario checked with all that its file expects, the answers of what-if among it. */
export function checkWithAnswers(scenario: Scenario, options: Pick<PlayOptions, 'digest'> = {}): CheckResult {
  const played = checkScenario(scenario, options);
  const problems = [...played.problems, ...compareAnswers(scenario)];
  return { ...played, ok: problems.length === 0, problems };
}

/** What-if answers that a scenario expects and does not get. */
export function compareAnswers(scenario: Scenario): Miss[] {
  const wanted = eachOf(scenario.expect?.whatIf);
  const found = new Map<string, readonly ProvedSet[]>();
  return wanted.flatMap((expected, index) => {
    const { for: item } = expected;
    let sets = found.get(item);
    if (!sets) found.set(item, (sets = whatIf(scenario, item, { oneItem: true }).flatMap((answer) => answer.sets)));
    return compareAnswer(`whatIf.${index}`, expected, sets);
  });
}

function compareAnswer(about: string, expected: ExpectedAnswer, sets: readonly ProvedSet[]): Miss[] {
  const { change, fate, without, nothing } = expected;
  const wanted = change === undefined ? undefined : inWords(change);
  const among = sets.filter(
    (set) => wanted === undefined || inWords(changesOf(set)) === wanted || inWords(conditionsOf(set)) === wanted,
  );
  const got = listedOr(
    'nothing that helps',
    sets.map((set) => `${inWords(conditionsOf(set))} → ${set.fate}`),
    '; ',
  );
  const miss = (words: string): Miss => ({ about, expected: words, got });
  const unwanted = eachOf(without).filter((path) => sets.some((set) => Object.hasOwn(changesOf(set), path)));
  const isFound = among.some((set) => fate === undefined || set.fate === fate);
  return [
    ...((wanted !== undefined || fate !== undefined) && !isFound
      ? [miss(`${wanted ?? 'something that helps'}${fate === undefined ? '' : ` → ${fate}`}`)]
      : []),
    ...(unwanted.length > 0 ? [miss(`no answer that changes ${unwanted.join(', ')}`)] : []),
    ...(nothing && sets.length > 0 ? [miss('nothing that helps')] : []),
  ];
}

/** The conditions of a set and their new values, without what the person then does differently along with them. */
const conditionsOf = ({ changes }: ProvedSet): Readonly<Record<string, string>> =>
  Object.fromEntries(changes.map(({ path, to }) => [path, to]));

/** All that one set of changed conditions writes into the world and the script. */
const changesOf = ({ changes }: ProvedSet): Readonly<Record<string, string>> =>
  Object.assign({}, ...changes.map((change) => change.changes)) as Record<string, string>;

const inWords = (changes: Readonly<Record<string, string>>): string =>
  Object.entries(changes)
    .map(([path, value]) => `${path}: ${value}`)
    .toSorted()
    .join(', ');
