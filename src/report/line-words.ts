import { FATES, type Fate, GATES, type Gate, OUTCOMES, type Outcome } from '../model/fates.ts';
import { formatElapsed } from '../model/time.ts';
import { ALERTS, type Notice, PROMPTS } from '../rulebook/tables/alerts.ts';
import type { JournalLine } from '../run/journal.ts';
import { metasOfState } from '../run/machines.ts';
import { eventSentence } from './event-sentences.ts';

const gateWord = (gate: string): string => GATES[gate as Gate]?.title ?? gate;
const fateWord = (fate: string): string => FATES[fate as Fate]?.word.toLowerCase() ?? fate;
const noticeWord = (table: Readonly<Record<string, Notice>>, id: string): string => table[id]?.title ?? id;

/** One line of a journal as a sentence, for someone who does not read journals. */
export const lineWords = (line: JournalLine): string =>
  `step ${line.step}, ${formatElapsed(line.at)}: ${sayingOf(line)}`;

function sayingOf(line: JournalLine): string {
  switch (line.type) {
    case 'story.began':
      return `the story begins: ${line.edition}, ${line.route}, ${line.items} items`;
    case 'attempt.began':
      return `attempt ${line.attempt} begins${
        Object.keys(line.changes).length === 0
          ? ''
          : `, changed: ${Object.entries(line.changes)
              .map(([path, value]) => `${path}: ${value}`)
              .join(', ')}`
      }`;
    case 'event':
      return line.by === 'clock' ? 'time passes' : eventSentence(line.event, line.data);
    case 'actor.started':
      return `${line.actor} begins (${stateWords(line.actor, line.states)})`;
    case 'actor.ended':
      return `${line.actor} is done`;
    case 'transition':
      return `${line.actor} goes on to ${stateWords(line.actor, line.states)}`;
    case 'message':
      return `${line.actor} tells ${line.to}: ${line.event}`;
    case 'refused':
      return `refused: ${eventSentence(line.event, line.data)}`;
    case 'item.judged':
      return (
        `${line.items.join(', ')}: ${fateWord(line.outcome)} at ` +
        `${gateWord(line.gate)}${line.rule === null ? '' : ` by ${line.rule}`}`
      );
    case 'item.arrived':
      return `${line.items.join(', ')}: arrives from the ${line.from}${line.rule === null ? '' : ` by ${line.rule}`}`;
    case 'item.waiting':
      return `${line.items.join(', ')}: waits by ${line.rule}`;
    case 'sync.withheld':
      return `${line.items.join(', ')}: iCloud’s own copy does not come by ${line.rule}`;
    case 'conditions.compared':
      return (
        `compared with the backup “${line.backup}”: ` +
        `${line.differences.map(({ fact, backup, now }) => `${fact}: ${backup} → ${now}`).join('; ')}`
      );
    case 'verdicts.frozen':
      return `decided: ${line.eligible} may return, ${line.stopped} may not`;
    case 'device.erased':
      return 'the phone is erased';
    case 'alert.raised':
      return `alert: ${noticeWord(ALERTS, line.alert)}`;
    case 'alert.cleared':
      return `the alert goes: ${noticeWord(ALERTS, line.alert)}`;
    case 'prompt.shown':
      return (
        'the phone asks: ' +
        `${noticeWord(PROMPTS, line.prompt)}${line.account === undefined ? '' : ` (${line.account})`}`
      );
    case 'prompt.answered':
      return `${noticeWord(PROMPTS, line.prompt)}: ${line.answer}`;
    case 'restore.ended':
      return `the restore ends: ${OUTCOMES[line.outcome as Outcome]?.word ?? line.outcome}`;
  }
}

function stateWords(actor: string, states: readonly string[]): string {
  const says = states.flatMap(
    (state) => metasOfState(actor, state).findLast((meta) => meta.says !== undefined)?.says ?? [],
  );
  return says.length > 0 ? says.join('; ') : states.join(', ');
}
