import { YEAR } from '../model/time.ts';
import type { Complaint } from './complaint.ts';
import { delayOf } from './delay.ts';
import type { Scenario } from './scenario.ts';

/** Simulated time of one story, all its attempts together: its milliseconds stay exact whole numbers. */
const MAX_STORY = 1000 * YEAR;
/** Bytes of all items together: their sum stays an exact whole number, and what they take to load a sensible time. */
const MAX_TOTAL_SIZE = 1e15;
/** Items times what happens to them, in all attempts: a story below it plays in seconds, not minutes. */
const MAX_WORK = 20_000_000;
/** What a restore does to every item by itself, in the measure of one script entry. */
const OWN_WORK = 10;

/**
 * Conditions that are each allowed, and together would never come to an end. `asked`: how many attempts are asked for,
 * beside those that the scenario states.
 */
export function checkLimits({ world, script, attempts }: Scenario, asked = 1): Complaint[] {
  const scripts = [script, ...attempts.map((attempt) => attempt.script ?? script)];
  while (scripts.length < asked) scripts.push(script);
  const told = scripts.length;
  const entries = scripts.flat();
  const waits = entries.reduce((sum, entry) => sum + durationOf(entry), 0);
  const bytes = world.items.reduce((sum, item) => sum + item.bytes, 0);
  const events = Math.max(...scripts.map((one) => one.filter((entry) => 'do' in entry).length));
  const work = world.items.length * (entries.filter((entry) => 'do' in entry).length + OWN_WORK * told);
  return [
    ...(waits > MAX_STORY
      ? [
          {
            path: ['script'],
            message: `all waits together, in ${attemptsInWords(told)}, are longer than ${MAX_STORY / YEAR} years`,
            advice: 'Write shorter or fewer waits.',
          },
        ]
      : []),
    ...(bytes > MAX_TOTAL_SIZE
      ? [{ path: ['world', 'items'], message: `all items together are larger than ${MAX_TOTAL_SIZE / 1e12} TB` }]
      : []),
    ...(work > MAX_WORK
      ? [
          {
            path: [events > OWN_WORK ? 'script' : 'attempts'],
            message:
              `${world.items.length} items with ${events} events in ${attemptsInWords(told)} are more than can be ` +
              'played in sensible time',
            advice: 'Use fewer items, fewer script entries or fewer attempts.',
          },
        ]
      : []),
  ];
}

const attemptsInWords = (told: number): string => (told === 1 ? 'one attempt' : `${told} attempts`);

const durationOf = (entry: Scenario['script'][number]): number =>
  'wait' in entry ? (entry.wait === 'next' ? 0 : entry.wait) : 'do' in entry ? delayOf(entry) : 0;
