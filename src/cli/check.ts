import { type Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from '../model/problem.ts';
import { type CheckedFile, checkAsGithub, checkAsJson, checkAsJunit, checkAsText } from '../report/check-report.ts';
import { checkFile } from './check-file.ts';
import { checkLessonFile, isLessonFile } from './check-lesson.ts';
import { guarded } from './faults.ts';
import { defaultScenarios, findScenarios } from './files.ts';
import { lessonSources, lessonsBesideScenarios } from './lesson-files.ts';
import { EXIT, outputPage, print, printJson, Progress, setExit } from './terminal.ts';

interface Shard {
  readonly part: number;
  readonly of: number;
}
interface Options {
  readonly reporter: 'pretty' | 'json' | 'junit' | 'github';
  readonly json?: true;
  readonly shard?: Shard;
  readonly learners: number;
}

export function register(program: Command): void {
  program
    .command('check')
    .summary('play scenarios twice and compare them with what they expect; play lessons as learners do')
    .description(
      'Plays every scenario twice, compares the first run with what the file expects, and both runs with each other. ' +
        'Plays every lesson for many learners, as one who knows everything, one who gets everything wrong, and one ' +
        'who guesses.',
    )
    .argument('[paths...]', 'files or folders of scenarios and lessons (default: scenarios/ and lessons/)')
    .addOption(
      new Option('--reporter <form>', 'form of the answer')
        .choices(['pretty', 'json', 'junit', 'github'])
        .default('pretty'),
    )
    .option('--json', 'the same as --reporter json')
    .option('--learners <n>', 'for how many learners a lesson is played, at least', readLearners, FEW_LEARNERS)
    .option('--shard <i/n>', 'only the i-th of n equal parts, the same on every computer', readShard)
    .action(guarded(check));
}

/** Enough to see that a lesson can be given; a lesson that is finished is tried with many. */
const FEW_LEARNERS = 3;

function readLearners(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 on.');
  return Number(text);
}

function readShard(text: string): Shard {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const [part, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || part < 1 || of < 1 || part > of)
    throw new InvalidArgumentError('Write it as i/n, such as 2/5, with i from 1 to n.');
  return { part, of };
}

/** Every n-th scenario in the order of ids: parts of equal size that together are the whole. */
export const shardOf = <T>(all: readonly T[], { part, of }: Shard): T[] =>
  all.filter((_, index) => index % of === part - 1);

function check(paths: readonly string[], { reporter, json, shard, learners }: Options): void {
  const found = findScenarios(paths.length > 0 ? paths : [defaultScenarios(), ...lessonsBesideScenarios()]);
  if (found.length === 0)
    throw new InputError([
      {
        file: paths[0] ?? 'scenarios',
        line: 1,
        column: 1,
        message: 'there are no scenarios here',
        advice: 'Scenario files end in .yaml.',
      },
    ]);
  const chosen = shard ? shardOf(found, shard) : found;
  const progress = new Progress(chosen.length, 'files');
  const sources = lessonSources();
  const began = performance.now();
  const results = chosen.map((each, index) => {
    progress.step(index);
    return isLessonFile(each) ? checkLessonFile(each, sources, learners) : checkFile(each);
  });
  progress.clear();
  const seconds = (performance.now() - began) / 1000;
  if (json || reporter === 'json') printJson(checkAsJson(results));
  else if (reporter === 'junit') print(checkAsJunit(results));
  else if (reporter === 'github') print(checkAsGithub(results));
  else print(checkAsText(results, outputPage(), seconds));
  setExit(exitFor(results));
}

function exitFor(results: readonly CheckedFile[]): number {
  if (results.some(({ fault }) => fault)) return EXIT.ourFault;
  if (results.some(({ problems }) => problems.length > 0)) return EXIT.doesNotHold;
  return results.some(({ broken }) => broken.length > 0) ? EXIT.badInput : EXIT.answered;
}
