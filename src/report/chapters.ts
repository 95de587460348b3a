import type { ScreenId } from '../model/screens.ts';
import { type Fate, type Gate, GATE_ORDER, OUTCOMES, type Outcome } from '../model/fates.ts';
import { formatCount } from '../model/bytes.ts';
import type { Edition, World } from '../model/world.ts';
import { ALERTS, type Notice, PROMPTS } from '../rulebook/tables/alerts.ts';
import { FACTS, type FactId } from '../rulebook/facts/facts.ts';
import { BLOCKS } from '../rulebook/case/situation.ts';
import { caseFileOf } from '../run/play.ts';
import type { JournalLine } from '../run/journal.ts';
import { metasOfState } from '../run/machines.ts';
import { eventSentence, buttonWords } from './event-sentences.ts';
import { listWords } from './listing-words.ts';
import { wouldStop } from './item-view.ts';
import { screenWords } from './screens.ts';

/** One thing that happened, as a sentence. */
export interface Beat {
  readonly at: number;
  readonly step: number;
  readonly kind: 'screen' | 'person' | 'surroundings' | 'alert' | 'prompt' | 'refused' | 'course' | 'end';
  readonly text: string;
  readonly details: readonly string[];
}

/** Items that one rule treats alike at one gate. */
export interface ItemFlow {
  readonly kind: 'arrives' | 'waits' | 'stops' | 'withheld';
  readonly fate: Fate;
  readonly rule: string | null;
  readonly missing: string | null;
  readonly items: string[];
  /** Rules behind the first that would have stopped some of the items too. */
  readonly also: Map<string, string[]>;
  readonly from: number;
  until: number;
}

/** Everything that happened at one gate, in one attempt. */
export interface Chapter {
  readonly gate: Gate;
  readonly began: number;
  /** Step of the last thing told here. */
  lastStep: number;
  readonly beats: Beat[];
  readonly flows: ItemFlow[];
}

type Line<T extends JournalLine['type']> = Extract<JournalLine, { type: T }>;
type ItemLine = Line<'item.judged'> | Line<'item.waiting'> | Line<'item.arrived'> | Line<'sync.withheld'>;

/** The story of one attempt by gate, gates in the order in which something first happened there. */
export function chaptersOf(world: World, lines: readonly JournalLine[]): readonly Chapter[] {
  const teller = new Teller(world);
  for (const [place, line] of lines.entries()) teller.tell(line, lines, place);
  return teller.chapters.toSorted(
    (a, b) => a.began - b.began || GATE_ORDER.indexOf(a.gate) - GATE_ORDER.indexOf(b.gate),
  );
}

const SYNC = 'simulation/icloudSync';
/** Screens whose prompt or alert is told with its own words. */
const TOLD_BY_PROMPT: ReadonlySet<ScreenId> = new Set<ScreenId>([
  'two-factor',
  'backup-password',
  'store-password',
  'keychain-passcode',
  'find-my',
  'activation-lock',
]);
/** Actors whose steps a screen does not show. */
const BEHIND_THE_SCREEN = new Set(['eligibility', 'restart', 'icloudSync']);

class Teller {
  readonly chapters: Chapter[] = [];
  readonly #world: World;
  readonly #edition: Edition;
  readonly #gates = new Map<string, Gate>();
  readonly #said = new Map<string, string>();
  #foreground: Gate = 'sign-in';
  #screen = '';
  #shown: { readonly chapter?: Chapter; readonly beat?: Beat | undefined; readonly before: string } = { before: '' };
  #account: string | null = null;
  #ios: string;

  constructor(world: World) {
    this.#world = world;
    this.#edition = world.edition;
    this.#ios = world.device.ios;
    this.#foreground = world.device.state === 'in-use' ? 'erase' : 'sign-in';
  }

  tell(line: JournalLine, lines: readonly JournalLine[], index: number): void {
    switch (line.type) {
      case 'event':
        return this.#tellEvent(line, lines, index);
      case 'transition':
      case 'actor.started':
        return this.#tellStates(line);
      case 'refused':
        return this.#beat(
          this.#foreground,
          line,
          'refused',
          `${buttonWords(line.event)}: the phone does not accept this now.`,
          refusalDetails(line),
        );
      case 'alert.raised':
        return this.#beat(this.#gateOf(line.actor), line, 'alert', this.#notice(ALERTS, line.alert));
      case 'alert.cleared':
        return this.#beat(
          this.#gateOf(line.actor),
          line,
          'course',
          `The alert “${titleOf(ALERTS, line.alert)}” goes away.`,
        );
      case 'prompt.shown':
        return this.#beat(
          this.#gateOf(line.actor),
          line,
          'prompt',
          `${this.#notice(PROMPTS, line.prompt)}${line.account ? ` It is ${line.account}’s.` : ''}`,
        );
      case 'device.erased':
        return this.#beat('erase', line, 'course', 'Everything on the phone is erased. It is as new.');
      case 'conditions.compared':
        return this.#beat(
          'eligibility',
          line,
          'course',
          'What the backup recorded, against the phone now:',
          line.differences.map(comparedWords),
        );
      case 'verdicts.frozen':
        return this.#beat(
          'eligibility',
          line,
          'course',
          `From here on nothing is decided anew: ${things(line.eligible)} may return, ${things(line.stopped)} may not.`,
        );
      case 'restore.ended':
        return this.#beat(this.#foreground, line, 'end', endWords(line));
      case 'item.judged':
        if (line.outcome === 'eligible') return;
        return this.#flow(
          line.gate as Gate,
          line,
          { kind: 'stops', fate: line.outcome as Fate, rule: line.rule, missing: line.missing ?? null },
          line.also,
        );
      case 'item.waiting':
        return this.#flow(
          line.gate as Gate,
          line,
          { kind: 'waits', fate: 'pending', rule: line.rule, missing: null },
          line.also,
        );
      case 'item.arrived':
        return this.#flow(line.gate as Gate, line, {
          kind: 'arrives',
          fate: ARRIVAL_FATES[line.from],
          rule: line.rule,
          missing: null,
        });
      case 'sync.withheld':
        return this.#flow('sync', line, { kind: 'withheld', fate: 'not-downloaded', rule: line.rule, missing: null });
      default:
    }
  }

  #tellEvent(line: Line<'event'>, lines: readonly JournalLine[], index: number): void {
    if (line.by === 'clock') return;
    if (line.by === 'run') {
      if (line.event === 'story.ended') this.#beat(this.#foreground, line, 'end', 'The story stops here.');
      return;
    }
    if (line.event === 'account.entered') this.#account = line.data['account'] ?? null;
    const next = lines
      .slice(index + 1, index + 12)
      .find((other) => other.step === line.step && other.type === 'transition');
    const refused = lines[index + 1]?.type === 'refused';
    const gate = next && next.actor !== 'simulation' ? this.#gateOf(next.actor) : this.#foreground;
    this.#beat(
      gate,
      line,
      line.by,
      refused ? `${eventSentence(line.event, line.data).replace(/\.$/, '')} …` : eventSentence(line.event, line.data),
    );
  }

  /** A machine reached other states: perhaps another gate, another screen, or a step worth a sentence. */
  #tellStates(line: Line<'transition'> | Line<'actor.started'>): void {
    if (line.actor === 'simulation' || (line.actor === SYNC && line.type === 'actor.started')) return;
    if (line.type === 'transition' && line.taken.includes('updating|clock.moved|loading'))
      this.#ios = this.#world.device.latestIos ?? this.#ios;
    const metas = line.states.map((state) => metasOfState(line.actor, state));
    const chain = metas[0] ?? [];
    const gate = chain.findLast((meta) => meta.gate !== undefined)?.gate;
    if (gate) this.#gates.set(line.actor, gate);
    if (gate && line.actor !== SYNC) this.#foreground = gate;
    const screen = chain.at(-1)?.screen ?? chain.findLast((meta) => meta.screen !== undefined)?.screen;
    const changed = line.actor !== SYNC && screen !== undefined && screen !== this.#screen;
    if (changed) this.#showScreen(screen, line);
    const says = chain.at(-1)?.says;
    const behind = BEHIND_THE_SCREEN.has(line.actor.slice(line.actor.lastIndexOf('/') + 1)) || screen === 'restoring';
    if (says === undefined || this.#said.get(line.actor) === says) return;
    this.#said.set(line.actor, says);
    if (behind) this.#beat(this.#gateOf(line.actor), line, 'course', `${says}.`);
  }

  /** Of several screens within one step the customer sees the last. */
  #showScreen(screen: ScreenId, line: JournalLine): void {
    const { chapter, beat, before } = this.#shown;
    if (beat?.step === line.step && chapter?.beats.at(-1) === beat) {
      chapter.beats.pop();
      this.#screen = before;
    }
    if (screen === this.#screen) return;
    const shownBefore = this.#screen;
    this.#screen = screen;
    if (TOLD_BY_PROMPT.has(screen)) return;
    const gate = this.#gateOf(line.actor);
    this.#beat(gate, line, 'screen', screenWords(screen, this.#edition), screen === 'backup-list' ? this.#list() : []);
    const shownIn = this.#chapter(gate, line.at);
    this.#shown = { chapter: shownIn, beat: shownIn.beats.at(-1), before: shownBefore };
  }

  #list(): string[] {
    return listWords(caseFileOf(this.#world), this.#world.route === 'icloud' ? this.#account : null, this.#ios);
  }

  #gateOf(actor: string): Gate {
    return this.#gates.get(actor) ?? (actor === SYNC ? 'sync' : this.#foreground);
  }

  #notice(table: Readonly<Record<string, Notice>>, id: string): string {
    const notice = table[id];
    return notice ? `“${notice.text[this.#edition]}”${notice.wording === 'ours' ? ' (in our words)' : ''}` : id;
  }

  #beat(
    gate: Gate,
    { at, step }: JournalLine,
    kind: Beat['kind'],
    text: string,
    details: readonly string[] = [],
  ): void {
    const chapter = this.#chapter(gate, at);
    chapter.beats.push({ at, step, kind, text, details });
    chapter.lastStep = step;
  }

  #flow(
    gate: Gate,
    { at, step, items }: ItemLine,
    { kind, fate, rule, missing }: Pick<ItemFlow, 'kind' | 'fate' | 'rule' | 'missing'>,
    also: readonly string[] = [],
  ): void {
    const chapter = this.#chapter(gate, at);
    chapter.lastStep = step;
    let flow = chapter.flows.find(
      (other) => other.kind === kind && other.fate === fate && other.rule === rule && other.missing === missing,
    );
    if (!flow)
      chapter.flows.push((flow = { kind, fate, rule, missing, items: [], also: new Map(), from: at, until: at }));
    for (const id of items) flow.items.push(id);
    for (const other of also.filter(wouldStop)) flow.also.set(other, [...(flow.also.get(other) ?? []), ...items]);
    flow.until = at;
  }

  #chapter(gate: Gate, at: number): Chapter {
    let chapter = this.chapters.find((other) => other.gate === gate);
    if (!chapter) this.chapters.push((chapter = { gate, began: at, lastStep: 0, beats: [], flows: [] }));
    return chapter;
  }
}

const ARRIVAL_FATES = { backup: 'restored', store: 'downloaded-again', sync: 'synced' } as const;
const things = (count: number): string => `${formatCount(count)} ${count === 1 ? 'item' : 'items'}`;
const titleOf = (table: Readonly<Record<string, Notice>>, id: string): string => table[id]?.title ?? id;

function comparedWords({
  fact,
  backup,
  now,
}: {
  readonly fact: string;
  readonly backup: string;
  readonly now: string;
}): string {
  return `${FACTS[fact as FactId].title}: ${backup} → ${now}`;
}

function refusalDetails({ guards, possible }: Line<'refused'>): string[] {
  return [
    ...guards
      .map(({ values }) =>
        Object.entries(values)
          .map(
            ([name, value]) =>
              `${name}: ${value === null ? 'none' : value === true ? 'yes' : value === false ? 'no' : value}`,
          )
          .join(', '),
      )
      .filter((text) => text !== ''),
    possible.length > 0
      ? `Possible now: ${possible.map(buttonWords).join(', ')}.`
      : 'Nothing can be done here but wait.',
  ];
}

function endWords({ outcome, because }: Line<'restore.ended'>): string {
  const { word, means } = OUTCOMES[outcome as Outcome];
  const reason = because === null ? '' : ` ${(BLOCKS as Readonly<Record<string, string>>)[because] ?? because}.`;
  return `${word}. ${means}${reason}`;
}
