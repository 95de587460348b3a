import { type Fate, FATES, type Gate, type Outcome } from '../model/fates.ts';
import { must } from '../model/must.ts';
import type { FullScreenId } from '../model/screens.ts';
import type { FactId } from '../rulebook/facts/facts.ts';
import type { AlertId } from '../rulebook/tables/alerts.ts';
import type { PromptId } from '../rulebook/tables/prompts.ts';
import type { JournalLine, LineOf } from '../run/journal-line.ts';
import type { LedgerRow } from '../run/ledger.ts';
import { screenOf } from '../run/screen-of.ts';
import type { Frame, Patch } from './frame.ts';
import { isNoticed } from './noticed-screens.ts';
import type { Recording } from './recording.ts';

/*
 * A run as it is shown to a room: the steps that bring news, and none of the others.
 *
 * Who steps through a run alone wants every step, for the machine can be wrong in any of them. Who shows it to a class
 * wants what the class can see or has to know: what a customer would notice on the screen, what the phone asks, what
 * goes wrong, and each thing that does not come. The rest is run over, and the phone on the stage is simply further on.
 *
 * What one rule does to several items is one scene, at the last of the steps in which it does, as long as nothing else
 * has become of the first of them meanwhile: at every scene the ledger says of its items what the scene says.
 */

/** What a rule did to items: they do not come, do not work, or wait. */
export interface Drop {
  readonly fate: Fate;
  readonly gate: Gate | null;
  readonly rule: string | null;
  readonly missing: FactId | null;
  /** The verdict on the backup’s copy stands already; here the copy outside the backup is kept back too. */
  readonly isWithheld: boolean;
  /** Ids, in the order in which the rule came to them. */
  readonly items: readonly string[];
}

type About =
  /** The case, before anything happens. */
  | { readonly kind: 'opening' }
  /** The phone shows something that a customer would notice. */
  | { readonly kind: 'screen'; readonly screen: FullScreenId }
  | ({ readonly kind: 'drop' } & Drop)
  /** The phone asks, and goes no further in this until somebody answers; `held` is what has to wait for it. */
  | { readonly kind: 'asks'; readonly prompt: PromptId; readonly account?: string; readonly held: readonly Drop[] }
  | { readonly kind: 'alert'; readonly alert: AlertId }
  /** Something was tried, and the phone does not take it now. */
  | { readonly kind: 'refused'; readonly event: string }
  | { readonly kind: 'erased' }
  | { readonly kind: 'decided'; readonly may: number; readonly mayNot: number }
  | ({ readonly kind: 'ended' } & Pick<LineOf<'restore.ended'>, 'outcome' | 'because'>)
  | { readonly kind: 'attempt'; readonly changes: Readonly<Record<string, string>> }
  /** How it stands when the story is over. */
  | { readonly kind: 'end'; readonly outcome: Outcome };

/** One thing to show. */
export type Scene = About & { readonly step: number; readonly attempt: number };
export type SceneKind = Scene['kind'];
export type SceneOf<Kind extends SceneKind> = Extract<Scene, { readonly kind: Kind }>;

/** Of several scenes in one step. What rules do comes before the end that they lead to. */
const ORDER: readonly SceneKind[] = [
  'opening',
  'attempt',
  'refused',
  'screen',
  'alert',
  'asks',
  'drop',
  'erased',
  'decided',
  'ended',
  'end',
];

/** A run laid out in scenes, in the order of its steps: the first is the case, the last how it ended. */
export function scenesOf(recording: Recording): readonly Scene[] {
  const layer = new SceneLayer(recording);
  for (const position of recording.frames.keys()) layer.lay(position);
  const scenes = layer.scenes.toSorted((a, b) => a.step - b.step || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const { outcome, step, attempt } = recording.frame(recording.last);
  return [
    { kind: 'opening', step: 1, attempt: 1 },
    ...(isLastWord(scenes.at(-1), recording) ? scenes.slice(0, -1) : scenes),
    { kind: 'end', outcome, step, attempt },
  ];
}

/** An end of the restore after which nothing comes any more is told by the last scene. */
const isLastWord = (scene: Scene | undefined, { patches }: Recording): boolean =>
  scene?.kind === 'ended' &&
  patches.slice(scene.step).every((patch) => patch === undefined || patch.visible.size === 0);

/** The place of the scene that a position belongs to: the last one that has begun by then. */
export const sceneAt = (scenes: readonly Scene[], position: number): number =>
  Math.max(
    0,
    scenes.findLastIndex(({ step }) => step <= position + 1),
  );

/** Every item that a scene tells of, once. */
export const itemsOfScene = (scene: Scene): readonly string[] =>
  scene.kind === 'drop' ? scene.items : scene.kind === 'asks' ? scene.held.flatMap(({ items }) => items) : [];

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Part)[] ? Part[] : T[K] };
/** A drop to which items may still come; `places` are theirs in the ledger. */
type GrowingDrop = Growing<Drop> & { step: number; attempt: number; places: number[] };
type Verdict = Omit<Drop, 'items'>;

class SceneLayer {
  readonly scenes: Scene[] = [];
  readonly #recording: Recording;
  readonly #open = new Map<string, GrowingDrop>();
  readonly #openAt = new Map<number, string>();
  #screen: FullScreenId;
  /** By screen, the attempt that showed it first. */
  readonly #shown = new Map<FullScreenId, number>();

  constructor(recording: Recording) {
    this.#recording = recording;
    this.#screen = screenOf(recording.frame(0)).id;
  }

  lay(position: number): void {
    const frame = this.#recording.frame(position);
    const lines = this.#recording.linesOf(position);
    if (lines.some(isBorder)) this.#settle();
    this.#layDrops(position, frame, lines);
    for (const line of lines) {
      const about = this.#said(line);
      if (about) this.scenes.push({ ...about, ...placeOf(frame) });
    }
    this.#layScreen(frame, lines);
    if (position === this.#recording.last) this.#settle();
  }

  /** What a line says by itself. */
  #said(line: JournalLine): About | null {
    switch (line.type) {
      case 'attempt.began':
        return { kind: 'attempt', changes: line.changes };
      case 'refused':
        return { kind: 'refused', event: line.event };
      case 'alert.raised':
        return { kind: 'alert', alert: line.alert };
      case 'device.erased':
        return { kind: 'erased' };
      case 'verdicts.frozen':
        return { kind: 'decided', may: line.eligible, mayNot: line.stopped };
      case 'restore.ended':
        return { kind: 'ended', outcome: line.outcome, because: line.because };
      default:
        return null;
    }
  }

  /**
   * A screen is news when it is another one, unless an earlier attempt has shown it, or an alert or the end in the
   * same step tells of it.
   */
  #layScreen(frame: Frame, lines: readonly JournalLine[]): void {
    const { id } = screenOf(frame);
    if (id === this.#screen) return;
    this.#screen = id;
    const first = this.#shown.get(id);
    if (first === undefined) this.#shown.set(id, frame.attempt);
    if (first !== undefined && first < frame.attempt) return;
    const isTold = lines.some(({ type }) => type === 'alert.raised' || type === 'restore.ended');
    if (isNoticed(id) && !isTold) this.scenes.push({ kind: 'screen', screen: id, ...placeOf(frame) });
  }

  /** What dropped in a step, and what the phone asks in it with all that begins to wait for the answer. */
  #layDrops(position: number, frame: Frame, lines: readonly JournalLine[]): void {
    const asked = lines.filter((line) => line.type === 'prompt.shown');
    const held = asked.map(() => new Map<string, GrowingDrop>());
    for (const { index, verdict } of changesIn(this.#recording.patches[position])) {
      const before = this.#openAt.get(index);
      if (before !== undefined) this.#close(before);
      if (!verdict) continue;
      const asker = askerOf(verdict, lines);
      const asks = asked.findLastIndex(({ actor }) => actor === asker);
      const key = JSON.stringify(verdict);
      this.#grow(held[asks] ?? this.#open, key, verdict, index, frame);
      if (asks === -1) this.#openAt.set(index, key);
    }
    for (const [place, { prompt, account }] of asked.entries())
      this.scenes.push({
        kind: 'asks',
        prompt,
        ...(account === undefined ? {} : { account }),
        held: [...must(held[place], 'what a question holds up').values()].map(asDrop),
        ...placeOf(frame),
      });
  }

  #grow(drops: Map<string, GrowingDrop>, key: string, verdict: Verdict, index: number, frame: Frame): void {
    let drop = drops.get(key);
    if (!drop) drops.set(key, (drop = { ...verdict, items: [], places: [], ...placeOf(frame) }));
    drop.items.push(must(this.#recording.items[index], 'an item that changed').id);
    drop.places.push(index);
    drop.step = frame.step;
  }

  /** A drop grows no further: its scene stands at the last of its steps. */
  #close(key: string): void {
    const drop = must(this.#open.get(key), 'a drop that is still open');
    this.#open.delete(key);
    for (const place of drop.places) this.#openAt.delete(place);
    this.scenes.push({ kind: 'drop', ...asDrop(drop), ...placeOf(drop) });
  }

  #settle(): void {
    for (const key of this.#open.keys()) this.#close(key);
  }
}

const placeOf = ({ step, attempt }: Pick<Frame, 'step' | 'attempt'>) => ({ step, attempt });
const asDrop = ({ fate, gate, rule, missing, isWithheld, items }: GrowingDrop): Drop => ({
  fate,
  gate,
  rule,
  missing,
  isWithheld,
  items,
});

/** What drops before the end of a restore and after it is not one scene. A new attempt takes each row back anyway. */
const isBorder = ({ type }: JournalLine): boolean => type === 'restore.ended';

/** Who makes items wait by a rule: the actor that says so. */
const askerOf = ({ fate, rule }: Verdict, lines: readonly JournalLine[]): string | undefined =>
  fate === 'pending' ? lines.find((line) => line.type === 'item.waiting' && line.rule === rule)?.actor : undefined;

/** The rows that a person sees change, each with what dropped it, if something did. */
function changesIn(patch: Patch | undefined): { readonly index: number; readonly verdict: Verdict | null }[] {
  if (!patch) return [];
  return patch.places.flatMap((index, part) =>
    patch.visible.has(index)
      ? [{ index, verdict: verdictOf(must(patch.before[part], 'a row'), must(patch.after[part], 'a row')) }]
      : [],
  );
}

/** What a change of a row tells a class: `null` where something comes, or where all begins anew. */
function verdictOf(before: LedgerRow, after: LedgerRow): Verdict | null {
  const { fate, gate, rule, missing, syncWithheld } = after;
  if (fate === null || FATES[fate].works) return null;
  if (before.fate !== fate || before.rule !== rule) return { fate, gate, rule, missing, isWithheld: false };
  // Neither the fate nor its rule is new: what a person sees change is that sync keeps it back too.
  return { fate, gate: 'sync', rule: syncWithheld, missing: null, isWithheld: true };
}
