import { type Command, InvalidArgumentError } from 'commander';
import { type PlayedAnswer, answersTo } from '../insight/explain/answers.ts';
import { type ExplainedRefusal, explainRefusal } from '../insight/explain/refusals.ts';
import { explainItem, type Explanation } from '../insight/explain/why.ts';
import { InputError } from '../model/problem.ts';
import { spokenNames } from '../model/spoken-names.ts';
import { scenarioOfAttempt } from '../run/attempt-scenario.ts';
import { storyOfAttempt } from '../run/story-of-attempt.ts';
import { spoken, type Voice, voiceOf } from '../report/device-voice.ts';
import { guarded } from './faults.ts';
import { openScenario, playOpened } from './scenarios.ts';
import { outputPage, print, printJson } from './terminal.ts';
import { refusalAsText, whyAsText } from './why-text.ts';

interface Options {
  readonly attempt: number;
  readonly json?: true;
}

/** Of several attempts, the one that an answer is about. */
interface WhichAttempt {
  readonly attempt: number;
  readonly attempts: number;
}

export function register(program: Command): void {
  program
    .command('why')
    .summary('follow one item through the gates: the deciding rule, the values compared, the source')
    .description(
      'Plays a scenario and tells why one item is where it is. For an event that the phone refused, name the event. ' +
        'For an item that is unknown it tells what follows from each answer, found by playing it so.',
    )
    .argument('<file>', 'the scenario file')
    .argument('<item>', 'the id or title of an item, or a refused event such as stop.tapped')
    .option('--attempt <n>', 'the restore that is asked about, where the scenario has several', readAttempt, 1)
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(why));
}

function readAttempt(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 on.');
  return Number(text);
}

function why(file: string, item: string, { attempt, json }: Options): void {
  const run = playOpened(openScenario(file));
  const attempts = run.attempts.length;
  if (attempt > attempts)
    throw new InputError([
      {
        file,
        message: `there is no attempt ${attempt} in this scenario`,
        advice: `It has ${attempts === 1 ? 'one' : attempts}.`,
      },
    ]);
  const story = storyOfAttempt(run, attempt);
  const voice = voiceOf(run.world);
  const names = spokenNames(run.world);
  const refused = story.journal.lines
    .filter((line) => line.type === 'refused' && line.event === item)
    .map((line) => explainRefusal(line, names));
  const which = attempts > 1 ? { attempt, attempts } : undefined;
  if (refused.length > 0) {
    tellRefusals(item, refused, which, json, voice);
    return;
  }
  const explanation = explainItem(story, item);
  const { missing } = explanation;
  const answers = missing ? answersTo(scenarioOfAttempt(run.scenario, attempt), explanation.item.id, missing.fact) : [];
  tellItem(explanation, answers, which, json, voice);
}

/** Said first, and only where there are several. */
const ofAttempt = (which: WhichAttempt | undefined): string[] =>
  which
    ? [
        outputPage().paint.faint(
          `Attempt ${which.attempt} of ${which.attempts}, each from the same beginning (--attempt tells another)`,
        ),
      ]
    : [];

function tellRefusals(
  event: string,
  refused: readonly ExplainedRefusal[],
  which: WhichAttempt | undefined,
  json: true | undefined,
  voice: Voice,
): void {
  if (json) printJson(spoken({ event, ...which, refused }, voice));
  else
    print(
      [...ofAttempt(which), voice(refused.map((each) => refusalAsText(each, outputPage())).join('\n\n'))].join('\n'),
    );
}

function tellItem(
  explanation: Explanation,
  answers: readonly PlayedAnswer[],
  which: WhichAttempt | undefined,
  json: true | undefined,
  voice: Voice,
): void {
  if (json) printJson(spoken({ ...explanation, ...which, answers }, voice));
  else print([...ofAttempt(which), voice(whyAsText(explanation, answers, outputPage()))].join('\n'));
}
