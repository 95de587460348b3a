import { orNull } from '../../model/optional.ts';
import type { Fate, Gate, Outcome } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import { InputError } from '../../model/problem.ts';
import type { FactId } from '../../rulebook/facts/facts.ts';
import { listBackups } from '../../rulebook/case/listing.ts';
import type { Block } from '../../rulebook/case/blocks.ts';
import type { PromptId } from '../../rulebook/tables/prompts.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { isUsable } from '../../run/on-phone.ts';
import { freshCaseFile } from '../../run/case-file-of.ts';
import { play, type PlayOptions, type Run } from '../../run/play.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { bareScenario, smallWorld } from '../what-if/small-world.ts';
import { type WayKind, type WayPlan, wayPlansOf } from './way-plan.ts';

/** Where an item ends on one way. */
export interface WayEnd {
  readonly fate: Fate | null;
  readonly gate: Gate | null;
  readonly rule: string | null;
  readonly missing: FactId | null;
  /** It is on the phone and works there. */
  readonly usable: boolean;
}

/** Something that somebody has to know on the way; `known: false` where the world says that nobody does. */
export interface WayNeed {
  readonly what: PromptId | 'apple-account' | 'linked-account';
  readonly account: string | null;
  readonly known: boolean;
}

/** One way through the world, as its own run went. */
export interface TriedWay {
  readonly id: string;
  readonly kind: WayKind;
  readonly backup: string | null;
  readonly account: string | null;
  /** What was played: played alone, it comes to the same. `null`: it cannot even be begun. */
  readonly scenario: Scenario | null;
  /** Why it cannot be gone to its end; then it brings nothing. */
  readonly blocked: Block | null;
  readonly outcome: Outcome | null;
  readonly fingerprint: string | null;
  readonly needs: readonly WayNeed[];
  /** Simulated milliseconds until the last item has come. */
  readonly lastsMs: number;
  /** What is on the phone and usable. */
  readonly brings: { readonly items: number; readonly bytes: number };
}

/** Items that end alike on every way; one end for each way, `null` where it is no way. */
export interface WaysRow {
  readonly items: readonly string[];
  readonly bytes: number;
  readonly ends: readonly (WayEnd | null)[];
  /** Whether it makes a difference for them which way is gone. */
  readonly differs: boolean;
}

export interface WaysAnswer {
  readonly ways: readonly TriedWay[];
  readonly rows: readonly WaysRow[];
  /** The ways that bring most: most items that are on the phone and usable, and among these most bytes. */
  readonly most: readonly string[];
}

export interface WaysOptions {
  readonly digest?: PlayOptions['digest'];
}

/** Up to here the whole world is played, beyond it one item of each group that rules treat alike. */
const PLAYED_WHOLE = 300;

/** Every way that exists in the world of a scenario, each proved by a run of its own. */
export function waysOf(scenario: Scenario, { digest }: WaysOptions = {}): WaysAnswer {
  const isSmall = scenario.world.items.length <= PLAYED_WHOLE;
  const small = isSmall ? undefined : smallWorld({ ...scenario, script: [] });
  const bare = small?.scenario ?? bareScenario(scenario);
  const standsFor = (id: string): readonly string[] => (small ? must(small.standsFor.get(id), id) : [id]);
  const gone = wayPlansOf(bare).map((plan) => goWay(plan, digest));
  const rows = rowsOf(bare, gone, standsFor);
  const ways = gone.map(({ plan, run, blocked }, place): TriedWay => {
    const there = rows.filter(({ ends }) => ends[place]?.usable);
    return {
      id: plan.id,
      kind: plan.kind,
      backup: plan.backup && plan.backup.id,
      account: plan.account,
      scenario: run && run.scenario,
      blocked,
      outcome: run && run.outcome,
      fingerprint: run && run.fingerprints.outcome,
      needs: run ? needsOf(run, plan) : [],
      lastsMs: run ? lastArrival(run) : 0,
      brings: {
        items: there.reduce((sum, { items }) => sum + items.length, 0),
        bytes: there.reduce((sum, { bytes }) => sum + bytes, 0),
      },
    };
  });
  return { ways, rows, most: whichBringMost(ways) };
}

interface Gone {
  readonly plan: WayPlan;
  readonly run: Run | null;
  readonly blocked: Block | null;
}

function goWay(plan: WayPlan, digest: WaysOptions['digest']): Gone {
  for (const script of plan.scripts) {
    const run = playOrNull({ ...plan.scenario, script, stated: { ...plan.scenario.stated, script } }, digest);
    if (run) return { plan, run, blocked: whyNotGone(plan, run) };
  }
  return { plan, run: null, blocked: whyNotBegun(plan, digest) };
}

/** A run in which its person cannot do what the way asks is no run of this way. */
function playOrNull(scenario: Scenario, digest: WaysOptions['digest']): Run | null {
  try {
    return play(scenario, { digest });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Set up as new is the one way on which no restore has to begin; its script says that it was. */
const whyNotGone = ({ kind }: WayPlan, { ledger: { outcome, because } }: Run): Block | null =>
  kind !== 'new' && (outcome === 'never-started' || outcome === 'failed') ? because : null;

/** The list's reason for this backup; where the list would offer it, what stops whoever does the usual before it. */
function whyNotBegun({ backup, account, scenario }: WayPlan, digest: WaysOptions['digest']): Block {
  const file = freshCaseFile(scenario.world, undefined, digest);
  const { ios, latestIos } = scenario.world.device;
  const reason = listBackups(file, account, latestIos ?? ios).find((row) => row.backup.id === backup?.id)?.reason;
  return reason ?? must(must(playOrNull(scenario, digest), 'the usual course').ledger.because, 'why nothing began');
}

function rowsOf(
  { world }: Scenario,
  gone: readonly Gone[],
  standsFor: (id: string) => readonly string[],
): readonly WaysRow[] {
  const rows = new Map<string, { items: string[]; bytes: number; ends: readonly (WayEnd | null)[] }>();
  for (const { id, bytes } of world.items) {
    const ends = gone.map(({ run, blocked }) => (run && blocked === null ? endOf(run.ledger.row(id)) : null));
    const key = JSON.stringify(ends);
    const row = rows.get(key) ?? { items: [], bytes: 0, ends };
    rows.set(key, row);
    for (const item of standsFor(id)) row.items.push(item);
    row.bytes += bytes;
  }
  return [...rows.values()]
    .filter(({ items }) => items.length > 0)
    .map((row) => ({ ...row, differs: new Set(row.ends.flatMap((end) => (end ? [sameEnd(end)] : []))).size > 1 }));
}

const sameEnd = ({ fate, usable }: WayEnd): string => `${fate} ${usable}`;

function endOf(row: LedgerRow | undefined): WayEnd {
  const known = must(row, 'the ledger row of an item');
  const { fate, gate, rule, missing } = known;
  return { fate, gate, rule, missing, usable: isUsable(known) };
}

/** What was asked for on the way, in the order in which it was. */
function needsOf({ journal: { lines }, world }: Run, { kind, account }: WayPlan): readonly WayNeed[] {
  const needs = new Map<string, WayNeed>();
  const note = (need: WayNeed): void => {
    const key = `${need.what} ${need.account}`;
    needs.set(key, { ...need, known: need.known || needs.get(key)?.known === true });
  };
  // In Settings password and code are one act without a prompt, and it is not done where either is missing.
  const noteSignIn = (): void => {
    const who = world.accounts.find(({ id }) => id === account);
    if (!who) return;
    note({ what: 'apple-account', account: who.id, known: who.password === 'known' });
    if (who.twoFactor !== 'off')
      note({ what: 'two-factor-code', account: null, known: who.twoFactor === 'code-arrives' });
  };
  for (const line of lines) {
    if ((line.type === 'prompt.shown' || line.type === 'prompt.answered') && line.prompt !== 'app-login') {
      const { prompt: what } = line;
      const whose = orNull(line.account);
      note({ what, account: whose, known: line.type === 'prompt.answered' && line.answer === 'given' });
    }
    if (line.type !== 'event') continue;
    if (line.event === 'settings.signedIn') noteSignIn();
    const entered = line.data.account;
    if (line.event === 'account.entered')
      note({ what: 'apple-account', account: must(entered, 'who signs in'), known: line.data['password'] !== 'wrong' });
    if (line.event === 'activation.unlocked') note({ what: 'linked-account', account: null, known: true });
  }
  const first = world.accounts[0];
  const isAsked = lines.some(({ type, actor }) => type === 'actor.started' && actor.endsWith('/accountSignIn'));
  if (isAsked && first?.password === 'forgotten') note({ what: 'apple-account', account: first.id, known: false });
  if (kind === 'new') noteSignIn();
  return [...needs.values()];
}

/** Where nothing comes, until it is over. */
const lastArrival = ({ journal: { lines }, simulatedMs }: Run): number =>
  (lines.findLast(({ type }) => type === 'item.arrived') ?? lines.find(({ type }) => type === 'restore.ended'))?.atMs ??
  simulatedMs;

function whichBringMost(ways: readonly TriedWay[]): readonly string[] {
  const open = ways.filter(({ blocked }) => blocked === null);
  const most = open.reduce((best, { brings }) => (isMore(brings, best) ? brings : best), { items: 0, bytes: 0 });
  return open
    .filter(({ brings }) => brings.items > 0 && brings.items === most.items && brings.bytes === most.bytes)
    .map(({ id }) => id);
}

const isMore = (a: TriedWay['brings'], b: TriedWay['brings']): boolean =>
  a.items > b.items || (a.items === b.items && a.bytes > b.bytes);
