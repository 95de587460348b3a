import { ARRIVES_AS, fateOn, type Gate, GATES, OUTCOMES } from '../model/fates.ts';
import { formatElapsed } from '../model/time.ts';
import type { DeviceKind, Edition, Route } from '../model/kinds.ts';
import { AS_WRITTEN, type SpokenNames } from '../model/spoken-names.ts';
import { OLD_PHONE } from '../rulebook/case/case-file.ts';
import { BLOCKS } from '../rulebook/case/blocks.ts';
import { type AlertId, type AlertRow, ALERTS } from '../rulebook/tables/alerts.ts';
import type { Notice } from '../rulebook/tables/notice.ts';
import { PROMPTS } from '../rulebook/tables/prompts.ts';
import type { JournalKind, JournalLine, LineOf } from '../run/journal-line.ts';
import { onScreen } from './device-voice.ts';
import { SOURCE_WORDS } from './source-words.ts';
import { buttonWords, eventSentence } from './event-sentences.ts';
import {
  byRule,
  comparedWords,
  differenceWords,
  endWords,
  fateInside,
  gateInside,
  ofAccount,
  ownerOf,
  refusalDetails,
  settledWords,
  stateWords,
  things,
} from './word-parts.ts';

/*
 * One table in which every kind of line is told, and every way of telling it.
 *
 * A line is told at three lengths to three people: a trainer who steps through a run and sees what else happened in
 * the step (`short`), an engineer to whom a journal is read aloud, line by line (`sentence`), and a customer’s story,
 * gate by gate (`story`). Three tellers in three places would soon say three different things of one line, and a new
 * kind of line would be told by one of them and passed over by the others. Here it does not compile before all three
 * have answered.
 *
 * `null` is an answer: this reader hears of it in another way. A chapter has items from their flows, where those that
 * share a fate are counted and named together, and states from the screens that they show; to say the lines as well
 * would say it twice. A line that is told only sometimes decides that itself, so that nobody has to know which.
 *
 * A row sees its own line and what it is handed, never the lines around it: what a line means must not hang on where
 * it stands. The one thing that only the next line can tell, that an event was refused, comes in as a hint.
 */

/** What a chapter says of a line: one thing that happened, and the gate it is told at. */
export interface StoryWords {
  readonly kind:
    | 'screen'
    | 'computer'
    | 'person'
    | 'surroundings'
    | 'alert'
    | 'prompt'
    | 'prompt-of-computer'
    | 'refused'
    | 'course'
    | 'end';
  readonly text: string;
  readonly details?: readonly string[];
  /** `in front`: where the customer is; `of the actor`: where the actor of the line is. */
  readonly gate: Gate | 'in front' | 'of the actor';
}

/** What a chapter has to know beside the line. */
export interface StoryHints {
  readonly edition: Edition;
  /** Which kind of device shows the alerts and prompts. */
  readonly kind: DeviceKind;
  readonly names: SpokenNames;
  /** Nobody took the event. */
  readonly refused: boolean;
}

/** How people call what a step speaks of; several items are named together. */
export interface StepNames extends SpokenNames {
  /** The way taken so far: where items end is called by it. */
  readonly route: Route;
  readonly items: (ids: readonly string[]) => string;
}

/** How one kind of line is told; `null` where it is not. */
interface Words<Line> {
  /** Beside the timeline, among what else happened in the step. */
  readonly short: ((line: Line, names: StepNames) => string | null) | null;
  /** For someone who does not read journals, after “step 4, 00:01:10:”. */
  readonly sentence: (line: Line) => string;
  /** In a chapter of the story. Items are told there by their flows, states by their screens. */
  readonly story: ((line: Line, hints: StoryHints) => StoryWords | null) | null;
}

function noticeText(
  { text, wording, code }: Notice & { readonly code?: number },
  { edition, kind }: Pick<StoryHints, 'edition' | 'kind'>,
): string {
  const aside = [
    ...(wording === 'ours' ? ['in our words'] : []),
    ...(code === undefined ? [] : [`error ${code} in the words of a tool`]),
  ];
  return `“${onScreen(text[edition], kind)}”${aside.length > 0 ? ` (${aside.join('; ')})` : ''}`;
}
const alertTitle = (alert: AlertId): string => {
  const { title, code }: AlertRow = ALERTS[alert];
  return code === undefined ? title : `${title} (error ${code})`;
};

/** Every kind of line in words. A new kind does not compile before it has its row here. */
const WORDS: { readonly [Kind in JournalKind]: Words<LineOf<Kind>> } = {
  'story.began': {
    short: () => 'The story begins.',
    sentence: ({ edition, route, items, wifi, power }) =>
      `the story begins: ${edition}, ${route}, ${things(items)}` +
      `${wifi ? '' : ', without Wi-Fi'}${power ? '' : ', not plugged in'}`,
    story: null,
  },
  'attempt.began': {
    short: ({ attempt, changes }) =>
      attempt > 1
        ? `Attempt ${attempt} begins, from the same beginning${
            Object.keys(changes).length > 0 ? ' with changed conditions' : ''
          }.`
        : null,
    sentence: ({ attempt, changes }) => {
      const changed = Object.entries(changes).map(([path, value]) => `${path}: ${value}`);
      return `attempt ${attempt} begins${changed.length === 0 ? '' : `, changed: ${changed.join(', ')}`}`;
    },
    story: null,
  },
  event: {
    short: ({ by, event, data }, names) => {
      if (by === 'clock' || event === 'attempt.began') return null;
      return event === 'story.ended' ? 'The story stops here.' : eventSentence(event, data, names);
    },
    sentence: ({ by, event, data }) => (by === 'clock' ? 'time passes' : eventSentence(event, data, AS_WRITTEN)),
    story: ({ by, event, data }, { refused, names }) => {
      if (by === 'clock') return null;
      if (by === 'run')
        return event === 'story.ended' ? { kind: 'end', text: 'The story stops here.', gate: 'in front' } : null;
      const text = eventSentence(event, data, names);
      return { kind: by, text: refused ? `${text.replace(/\.$/, '')} …` : text, gate: 'of the actor' };
    },
  },
  'actor.started': {
    short: null,
    sentence: ({ actor, states }) => `${actor} begins (${stateWords(actor, states)})`,
    story: null,
  },
  'actor.ended': { short: null, sentence: ({ actor }) => `${actor} is done`, story: null },
  transition: {
    short: null,
    sentence: ({ actor, states }) => `${actor} goes on to ${stateWords(actor, states)}`,
    story: null,
  },
  message: { short: null, sentence: ({ actor, to, event }) => `${actor} tells ${to}: ${event}`, story: null },
  refused: {
    short: () => 'Refused.',
    sentence: ({ event, data }) => `refused: ${eventSentence(event, data, AS_WRITTEN)}`,
    story: (line, { names }) => ({
      kind: 'refused',
      text: `${buttonWords(line.event)}: the phone does not accept this now.`,
      details: refusalDetails(line, names),
      gate: 'in front',
    }),
  },
  'situation.changed': { short: null, sentence: (line) => `settled: ${settledWords(line)}`, story: null },
  'item.judged': {
    short: ({ outcome, gate, items }, names) =>
      outcome === 'eligible'
        ? `May return: ${names.items(items)}.`
        : `${fateOn(names.route, outcome).word}, ${gateInside(gate)}: ${names.items(items)}.`,
    sentence: ({ items, outcome, gate, rule }) =>
      `${items.join(', ')}: ${fateInside(outcome)} at ${GATES[gate].title}${byRule(rule)}`,
    story: null,
  },
  'item.arrived': {
    short: ({ from, items }, names) => `${fateOn(names.route, ARRIVES_AS[from]).word}: ${names.items(items)}.`,
    sentence: ({ items, from, rule }) => `${items.join(', ')}: arrives from the ${from}${byRule(rule)}`,
    story: null,
  },
  'item.waiting': {
    short: ({ gate, items }, names) =>
      `${fateOn(names.route, 'pending').word}, ${gateInside(gate)}: ${names.items(items)}.`,
    sentence: ({ items, rule }) => `${items.join(', ')}: waits${byRule(rule)}`,
    story: null,
  },
  'sync.withheld': {
    short: ({ items }, names) => `Sync has no copy of ${names.items(items)}.`,
    sentence: ({ items, rule }) => `${items.join(', ')}: iCloud’s own copy does not come${byRule(rule)}`,
    story: null,
  },
  'conditions.compared': {
    short: null,
    sentence: ({ backup, differences }) =>
      `compared with ${backup === OLD_PHONE ? backup : AS_WRITTEN.backup(backup)}: ` +
      comparedWords(differences, ({ fact, backup: then, now }) => `${fact}: ${then} → ${now}`).join('; '),
    story: ({ backup, differences }) => ({
      kind: 'course',
      text: SOURCE_WORDS[backup === OLD_PHONE ? 'direct' : 'icloud'].compared,
      details: comparedWords(differences, differenceWords),
      gate: 'eligibility',
    }),
  },
  'verdicts.frozen': {
    short: ({ eligible, stopped }) =>
      `From here on nothing is decided anew: ${things(eligible)} may return, ${things(stopped)} may not.`,
    sentence: ({ eligible, stopped }) => `decided: ${eligible} may return, ${stopped} may not`,
    story: ({ eligible, stopped }) => ({
      kind: 'course',
      text: `From here on nothing is decided anew: ${things(eligible)} may return, ${things(stopped)} may not.`,
      gate: 'eligibility',
    }),
  },
  'device.erased': {
    short: () => 'The phone is erased.',
    sentence: () => 'the phone is erased',
    story: () => ({ kind: 'course', text: 'Everything on the phone is erased. It is as new.', gate: 'erase' }),
  },
  'phone.held': {
    short: null,
    sentence: ({ items }) => `on the device from the beginning: ${things(items.length)}`,
    story: ({ items }) => ({
      kind: 'course',
      text: `The device is in use. On it: ${things(items.length)} of this story.`,
      gate: 'in front',
    }),
  },
  'item.removed': {
    short: null,
    sentence: ({ items, by }) =>
      `${by === 'erase' ? 'the erase' : 'the computer'} takes from the device: ${items.join(', ')}`,
    story: ({ items, by }) =>
      by === 'erase'
        ? null
        : {
            kind: 'course',
            text: `The computer puts the backup in the place of ${things(items.length)} on the device.`,
            gate: 'placement',
          },
  },
  'alert.raised': {
    short: ({ alert }) => `Alert: ${alertTitle(alert)}.`,
    sentence: ({ alert }) => `alert: ${alertTitle(alert)}`,
    story: ({ alert }, hints) => ({
      kind: 'alert',
      text: noticeText(ALERTS[alert], hints),
      gate: 'of the actor',
    }),
  },
  'alert.cleared': {
    short: ({ alert }) => `The alert “${ALERTS[alert].title}” goes away.`,
    sentence: ({ alert }) => `the alert goes: ${ALERTS[alert].title}`,
    story: ({ alert }) => ({
      kind: 'course',
      text: `The alert “${ALERTS[alert].title}” goes away.`,
      gate: 'of the actor',
    }),
  },
  'prompt.shown': {
    short: ({ prompt, account }, names) =>
      `The ${PROMPTS[prompt].on} asks: ${PROMPTS[prompt].title}${ofAccount(account, names)}.`,
    sentence: ({ prompt, account }) =>
      `the ${PROMPTS[prompt].on} asks: ${PROMPTS[prompt].title}${ofAccount(account, AS_WRITTEN)}`,
    story: ({ prompt, account }, hints) => ({
      kind: PROMPTS[prompt].on === 'computer' ? 'prompt-of-computer' : 'prompt',
      text:
        noticeText(PROMPTS[prompt], hints) + (account === undefined ? '' : ` It is ${ownerOf(account, hints.names)}.`),
      gate: 'of the actor',
    }),
  },
  'prompt.answered': {
    // Who skips it, or leaves, is told by what was done.
    short: ({ answer }) => ({ given: 'The answer fits.', skipped: null, wrong: 'The answer does not fit.' })[answer],
    sentence: ({ prompt, answer }) => `${PROMPTS[prompt].title}: ${answer}`,
    story: null,
  },
  'restore.ended': {
    short: ({ outcome, because }) =>
      `The restore is over: ${OUTCOMES[outcome].word.toLowerCase()}.${because === null ? '' : ` ${BLOCKS[because]}.`}`,
    sentence: ({ outcome }) => `the restore ends: ${OUTCOMES[outcome].word}`,
    story: (line) => ({ kind: 'end', text: endWords(line), gate: 'in front' }),
  },
};

// A row takes the lines of its own kind alone, which the compiler cannot follow through a union.
const rowOf = ({ type }: JournalLine): Words<JournalLine> => WORDS[type] as Words<JournalLine>;

/** One line of a journal as a sentence, for someone who does not read journals. */
export const lineWords = (line: JournalLine): string =>
  `step ${line.step}, ${formatElapsed(line.atMs)}: ${rowOf(line).sentence(line)}`;

export function shortWords(line: JournalLine, names: StepNames): string | null {
  const { short } = rowOf(line);
  return short === null ? null : short(line, names);
}

export function storyWords(line: JournalLine, hints: StoryHints): StoryWords | null {
  const { story } = rowOf(line);
  return story === null ? null : story(line, hints);
}
