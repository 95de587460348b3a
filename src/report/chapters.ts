import { eachOf } from '../model/optional.ts';
import { ARRIVES_AS, type Fate, type Gate, GATE_ORDER } from '../model/fates.ts';
import { addToGroup, madeOnce } from '../model/groups.ts';
import { must } from '../model/must.ts';
import { onWay } from '../model/on-way.ts';
import { isOnComputer, type ScreenId, screenRow } from '../model/screens.ts';
import { type SpokenNames, spokenNames } from '../model/spoken-names.ts';
import type { World } from '../model/world.ts';
import { ROOT_PATH, SYNC_PATH } from '../run/actor-paths.ts';
import type { JournalLine, LineOf } from '../run/journal-line.ts';
import { missingOf } from '../run/ledger.ts';
import { isBehindTheScreen, metasOfState } from '../run/machines.ts';
import { caseFileOf } from '../run/case-file-of.ts';
import type { FactId } from '../rulebook/facts/facts.ts';
import { settledAt } from '../run/standing.ts';
import { wouldStop } from './item-view.ts';
import { listWords } from './listing-words.ts';
import { routeTaken } from '../run/route-taken.ts';
import { screenWords } from './screens.ts';
import { type StoryWords, storyWords } from './words.ts';

/** One thing that happened, as a sentence. */
export interface Beat {
  readonly atMs: number;
  readonly step: number;
  readonly kind: StoryWords['kind'];
  readonly text: string;
  readonly details: readonly string[];
}

/** Items that one rule treats alike at one gate. */
export interface ItemFlow {
  readonly kind: 'arrives' | 'waits' | 'stops' | 'withheld';
  readonly fate: Fate;
  readonly rule: string | null;
  readonly missing: FactId | null;
  readonly items: string[];
  /** Rules behind the first that would have stopped some of the items too. */
  readonly also: Map<string, string[]>;
  readonly fromMs: number;
  untilMs: number;
}

/** What happened at one gate, as long as the story stayed there; whoever goes back to a gate begins another. */
export interface Chapter {
  readonly gate: Gate;
  /** The verdicts that fell because it ended before they were due: they say more of the end than of their gates. */
  readonly closes: boolean;
  readonly beganAtMs: number;
  /** Step of the last thing told here. */
  lastStep: number;
  readonly beats: Beat[];
  readonly flows: ItemFlow[];
}

type ItemLine = LineOf<'item.judged' | 'item.waiting' | 'item.arrived' | 'sync.withheld'>;

/** A stay at one gate, with the verdicts of other gates that fell meanwhile. */
interface Stay {
  readonly gate: Gate;
  /** The step that began it. */
  readonly step: number;
  readonly chapters: Chapter[];
}

/**
 * The story of one attempt in the order of time: the gates at which it stayed, one after the other. Verdicts of several
 * gates that fall together stand in the order of the gates, those of an early end behind them, and sync, on its own
 * timeline, last.
 */
export function chaptersOf(world: World, lines: readonly JournalLine[]): readonly Chapter[] {
  const teller = new Teller(world, lines);
  for (const [index, line] of lines.entries()) teller.tell(line, index);
  const told = teller.stays.flatMap(({ chapters }) => chapters.toSorted(inOrderOfGates));
  return [...told.reduce<Chapter[]>(joined, []), ...teller.sync];
}

/** Two that follow each other at one gate are one chapter. */
function joined(before: Chapter[], chapter: Chapter): Chapter[] {
  const last = before.at(-1);
  if (last?.gate !== chapter.gate || last.closes !== chapter.closes) return [...before, chapter];
  const { lastStep, beats, flows } = chapter;
  return [
    ...before.slice(0, -1),
    { ...last, lastStep, beats: [...last.beats, ...beats], flows: [...last.flows, ...flows] },
  ];
}

const inOrderOfGates = (a: Chapter, b: Chapter): number =>
  Number(a.closes) - Number(b.closes) || GATE_ORDER.indexOf(a.gate) - GATE_ORDER.indexOf(b.gate);

/** The steps in which a restore ends that never got to its verdicts. */
const stepsOfEarlyEnds = (lines: readonly JournalLine[]): ReadonlySet<number> =>
  new Set(
    lines.flatMap((line) =>
      line.type === 'restore.ended' && (line.outcome === 'never-started' || line.outcome === 'failed')
        ? [line.step]
        : [],
    ),
  );

function chapterIn(chapters: Chapter[], gate: Gate, { atMs }: JournalLine, closes: boolean): Chapter {
  let chapter = chapters.find((other) => other.closes === closes && (closes || other.gate === gate));
  if (!chapter) chapters.push((chapter = { gate, closes, beganAtMs: atMs, lastStep: 0, beats: [], flows: [] }));
  return chapter;
}

class Teller {
  readonly stays: Stay[] = [];
  readonly sync: Chapter[] = [];
  readonly #world: World;
  readonly #names: SpokenNames;
  readonly #lines: readonly JournalLine[];
  readonly #gates = new Map<string, Gate>();
  readonly #said = new Map<string, string>();
  readonly #told = new Map<ItemFlow, Set<string>>();
  readonly #earlyEnds: ReadonlySet<number>;
  #foreground: Gate = 'sign-in';
  #screen = '';
  #shown: { readonly chapter?: Chapter; readonly beat?: Beat | undefined; readonly before: string } = { before: '' };

  constructor(world: World, lines: readonly JournalLine[]) {
    this.#world = world;
    this.#names = spokenNames(world);
    this.#lines = lines;
    this.#foreground = world.device.state !== 'new' ? 'erase' : 'sign-in';
    this.#earlyEnds = stepsOfEarlyEnds(lines);
  }

  tell(line: JournalLine, index: number): void {
    switch (line.type) {
      case 'transition':
      case 'actor.started':
        return this.#tellStates(line);
      case 'item.judged':
        if (line.outcome === 'eligible') return;
        return this.#flow(
          line.gate,
          line,
          { kind: 'stops', fate: line.outcome, rule: line.rule, missing: missingOf(line) },
          line.also,
        );
      case 'item.waiting':
        return this.#flow(
          line.gate,
          line,
          { kind: 'waits', fate: 'pending', rule: line.rule, missing: null },
          line.also,
        );
      case 'item.arrived':
        return this.#flow(line.gate, line, {
          kind: 'arrives',
          fate: ARRIVES_AS[line.from],
          rule: line.rule,
          missing: null,
        });
      case 'sync.withheld':
        return this.#flow('sync', line, { kind: 'withheld', fate: 'not-downloaded', rule: line.rule, missing: null });
      default:
        return this.#say(line, index);
    }
  }

  #say(line: JournalLine, index: number): void {
    const refused = line.type === 'event' && this.#lines[index + 1]?.type === 'refused';
    const words = storyWords(line, {
      edition: this.#world.edition,
      kind: this.#world.device.kind,
      names: this.#names,
      refused,
    });
    if (!words) return;
    const { kind, text, details, gate } = words;
    const route = routeTaken(this.#world, this.#lines, line.n);
    const onIt = (says: string): string => onWay(route, says);
    this.#beat(this.#gateFor(gate, line, index), line, kind, onIt(text), eachOf(details).map(onIt));
  }

  #gateFor(gate: StoryWords['gate'], line: JournalLine, index: number): Gate {
    if (gate === 'in front') return this.#foreground;
    if (gate !== 'of the actor') return gate;
    if (line.type !== 'event') return this.#gateOf(line.actor);
    // An event from outside belongs to whoever takes it; the journal says so in one of the next lines.
    const taken = this.#lines
      .slice(index + 1, index + 12)
      .find((other) => other.step === line.step && other.type === 'transition');
    return taken && taken.actor !== ROOT_PATH ? this.#gateOf(taken.actor) : this.#foreground;
  }

  /** A machine reached other states: perhaps another gate, another screen, or a step worth a sentence. */
  #tellStates(line: LineOf<'transition' | 'actor.started'>): void {
    if (line.actor === ROOT_PATH || (line.actor === SYNC_PATH && line.type === 'actor.started')) return;
    const chain = metasOfState(line.actor, must(line.states[0], 'a state that was reached'));
    const gate = chain.findLast((meta) => meta.gate !== undefined)?.gate;
    if (gate) this.#gates.set(line.actor, gate);
    if (gate && line.actor !== SYNC_PATH) this.#foreground = gate;
    const screen = chain.at(-1)?.screen ?? chain.findLast((meta) => meta.screen !== undefined)?.screen;
    const changed = line.actor !== SYNC_PATH && screen !== undefined && screen !== this.#screen;
    if (changed) this.#showScreen(screen, line);
    const says = chain.at(-1)?.says;
    const behind = isBehindTheScreen(line.actor) || screen === 'restoring';
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
    if (screenRow(screen).toldBy === 'its notice') return;
    const gate = this.#gateOf(line.actor);
    this.#beat(
      gate,
      line,
      isOnComputer(screen, routeTaken(this.#world, this.#lines, line.n)) ? 'computer' : 'screen',
      screenWords(screen, this.#world.edition, routeTaken(this.#world, this.#lines, line.n)),
      screen === 'backup-list' ? this.#list(line.step) : [],
    );
    const shownIn = this.#stayAt(gate, line);
    this.#shown = { chapter: shownIn, beat: shownIn.beats.at(-1), before: shownBefore };
  }

  #list(step: number): string[] {
    const situation = must(settledAt(this.#lines, step).situation, 'the situation at the list of backups');
    return listWords(caseFileOf(this.#world), situation);
  }

  #gateOf(actor: string): Gate {
    return this.#gates.get(actor) ?? (actor === SYNC_PATH ? 'sync' : this.#foreground);
  }

  #beat(gate: Gate, line: JournalLine, kind: Beat['kind'], text: string, details: readonly string[] = []): void {
    const { atMs, step } = line;
    const chapter = this.#stayAt(gate, line);
    chapter.beats.push({ atMs, step, kind, text, details });
    chapter.lastStep = step;
  }

  #flow(
    gate: Gate,
    line: ItemLine,
    { kind, fate, rule, missing }: Pick<ItemFlow, 'kind' | 'fate' | 'rule' | 'missing'>,
    also: readonly string[] = [],
  ): void {
    const { atMs, step, items } = line;
    const chapter = this.#beside(gate, line, this.#earlyEnds.has(step));
    chapter.lastStep = step;
    let flow = chapter.flows.find(
      (other) => other.kind === kind && other.fate === fate && other.rule === rule && other.missing === missing,
    );
    if (!flow)
      chapter.flows.push(
        (flow = { kind, fate, rule, missing, items: [], also: new Map(), fromMs: atMs, untilMs: atMs }),
      );
    const told = this.#toldIn(flow);
    for (const id of items) if (!told.has(id)) flow.items.push(id);
    for (const id of items) told.add(id);
    for (const other of also.filter(wouldStop)) addToGroup(flow.also, other, items);
    flow.untilMs = atMs;
  }

  /** What is said of an item anew, as after every act at the end, is told once. */
  #toldIn(flow: ItemFlow): Set<string> {
    return madeOnce(this.#told, flow, () => new Set<string>());
  }

  /** The story is at a gate now: where it was before, or a stay of its own. */
  #stayAt(gate: Gate, line: JournalLine): Chapter {
    const last = this.stays.at(-1);
    if (gate !== 'sync' && last?.gate !== gate && !this.#isJustLeft(gate, line)) {
      // Of several gates that one step passes, it belongs to the last: what it began elsewhere goes along.
      const begun = last?.step === line.step && last.chapters.every(({ flows }) => flows.length === 0);
      const told = begun ? must(this.stays.pop(), 'a stay').chapters : [];
      const chapters = told.map((chapter) => ({ ...chapter, gate }));
      this.stays.push({ gate, step: line.step, chapters });
    }
    return this.#beside(gate, line, false);
  }

  /** Within one step a machine may tell what it does at a gate once it has left it. */
  #isJustLeft(gate: Gate, { step }: JournalLine): boolean {
    return this.stays.at(-2)?.gate === gate && this.stays.at(-1)?.step === step;
  }

  /** A verdict of a gate falls where the story stays, whichever gate it is of. */
  #beside(gate: Gate, line: JournalLine, closes: boolean): Chapter {
    if (gate === 'sync') return chapterIn(this.sync, gate, line, false);
    if (this.stays.length === 0) this.stays.push({ gate, step: line.step, chapters: [] });
    const stay = this.stays.at(!closes && this.#isJustLeft(gate, line) ? -2 : -1);
    return chapterIn(must(stay, 'a stay').chapters, gate, line, closes);
  }
}
