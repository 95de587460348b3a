import { type Fate, FATES, GATES, type Gate, OUTCOMES, type Outcome } from '../../model/fates.ts';
import type { Item } from '../../model/world.ts';
import { ALERTS, PROMPTS } from '../../rulebook/tables/alerts.ts';
import { BLOCKS, type Block } from '../../rulebook/case/situation.ts';
import type { JournalLine } from '../../run/journal.ts';
import { isScriptEvent, SCRIPT_EVENTS } from '../../model/events.ts';
import { metasOfState } from '../../run/machines.ts';
import type { Recording } from '../../stepping/recording.ts';

const MAX_TITLE_LENGTH = 80;
const MAX_PARTS = 3;

/** What happened in a step, as one or a few sentences for eyes and ears. */
export function sentenceOf(recording: Recording, position: number): string {
  const lines = recording.linesOf(position);
  const titles = titlesOf(recording.items);
  const given = lines.find(({ type }) => type === 'event');
  const weighed = lines.toSorted((a, b) => weightOf(a) - weightOf(b));
  const parts = [
    given?.type === 'event' ? saidOfEvent(given) : null,
    ...weighed.map((line) => saidOf(line, titles)),
  ].filter((part) => part !== null);
  const told = lines.some(({ type }) => type.startsWith('item.') || type === 'refused' || type === 'restore.ended');
  if (parts.length < 2 && !told) parts.push(...saidOfStates(lines));
  const distinct = [...new Set(parts)];
  const rest = distinct.length - MAX_PARTS;
  return `${distinct.slice(0, MAX_PARTS).join(' ')}${rest > 0 ? ` And ${rest} more.` : ''}` || 'Time passes.';
}

/** What a person must not miss comes first; the rest in the order of the journal. */
const weightOf = ({ type }: JournalLine): number =>
  type === 'restore.ended' || type === 'attempt.began'
    ? 0
    : type === 'device.erased' || type === 'verdicts.frozen'
      ? 1
      : 2;

const cache = new WeakMap<readonly Item[], ReadonlyMap<string, string>>();

function titlesOf(items: readonly Item[]): ReadonlyMap<string, string> {
  let titles = cache.get(items);
  if (!titles) cache.set(items, (titles = new Map(items.map(({ id, title }) => [id, title]))));
  return titles;
}

/** `Messages`, `Messages and Photos`, `Messages and 3 more`. */
function namesOf(ids: readonly string[], titles: ReadonlyMap<string, string>): string {
  const [first = '', second = ''] = ids.slice(0, 2).map((id) => shortened(titles.get(id) ?? id));
  if (ids.length === 1) return first;
  return ids.length === 2 ? `${first} and ${second}` : `${first} and ${ids.length - 1} more`;
}

const shortened = (title: string): string =>
  title.length > MAX_TITLE_LENGTH ? `${title.slice(0, MAX_TITLE_LENGTH)}…` : title;

function saidOfEvent({ by, event, data }: Extract<JournalLine, { type: 'event' }>): string | null {
  if (by === 'clock') return null;
  if (event === 'story.ended') return 'The story stops here.';
  if (event === 'attempt.began') return null;
  const about = Object.values(data);
  const title = isScriptEvent(event) ? SCRIPT_EVENTS[event].title : event;
  return about.length > 0 ? `${title} (${about.join(', ')}).` : `${title}.`;
}

function saidOf(line: JournalLine, titles: ReadonlyMap<string, string>): string | null {
  switch (line.type) {
    case 'attempt.began':
      return line.attempt > 1
        ? `Attempt ${line.attempt} begins${Object.keys(line.changes).length > 0 ? ', with changed conditions' : ''}.`
        : null;
    case 'item.judged':
      return line.outcome === 'eligible'
        ? `May return: ${namesOf(line.items, titles)}.`
        : `${FATES[line.outcome as Fate].word}, ${at(line.gate)}: ${namesOf(line.items, titles)}.`;
    case 'item.arrived':
      return `${FATES[ARRIVES[line.from]].word}: ${namesOf(line.items, titles)}.`;
    case 'item.waiting':
      return `${FATES.pending.word}, ${at(line.gate)}: ${namesOf(line.items, titles)}.`;
    case 'sync.withheld':
      return `Sync has no copy of ${namesOf(line.items, titles)}.`;
    case 'verdicts.frozen':
      return `The verdicts are frozen: ${line.eligible} may return, ${line.stopped} may not.`;
    case 'device.erased':
      return 'The phone is erased.';
    default:
      return saidOfNotice(line);
  }
}

const ARRIVES = { backup: 'restored', store: 'downloaded-again', sync: 'synced' } as const;
const at = (gate: string): string => `at ${GATES[gate as Gate].title.toLowerCase()}`;

function saidOfNotice(line: JournalLine): string | null {
  switch (line.type) {
    case 'alert.raised':
      return `Alert: ${ALERTS[line.alert as keyof typeof ALERTS].title}.`;
    case 'alert.cleared':
      return `Alert over: ${ALERTS[line.alert as keyof typeof ALERTS].title}.`;
    case 'prompt.shown':
      return (
        'The phone asks: ' +
        `${PROMPTS[line.prompt as keyof typeof PROMPTS].title}${line.account ? ` (${line.account})` : ''}.`
      );
    case 'prompt.answered':
      return line.answer === 'given'
        ? 'The answer fits.'
        : line.answer === 'skipped'
          ? 'Nobody answers.'
          : 'The answer does not fit.';
    case 'refused':
      return 'Refused.';
    case 'restore.ended':
      return (
        'The restore is over: ' +
        `${OUTCOMES[line.outcome as Outcome].word.toLowerCase()}.` +
        (line.because ? ` ${BLOCKS[line.because as Block]}.` : '')
      );
    default:
      return null;
  }
}

/** The meanings of the states that were entered last. */
function saidOfStates(lines: readonly JournalLine[]): string[] {
  const entered = lines.filter((line) => line.type === 'transition' || line.type === 'actor.started').toReversed();
  const said = entered.flatMap(({ actor, states }) =>
    states.map((leaf) => metasOfState(actor, leaf).findLast(({ says }) => says)?.says),
  );
  const first = said.find((says) => says !== undefined);
  return first === undefined ? [] : [`${first}.`];
}
