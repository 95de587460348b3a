import * as fc from 'fast-check';
import { Journal } from '../../src/run/journal.ts';
import { formsOf, POSSIBLE_EVENT_TYPES } from '../../src/run/possible-events.ts';
import { play, type Run } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { SCRIPT_EVENTS } from '../../src/model/events.ts';
import { recordToScenario } from '../../src/insight/explain/record-to-scenario.ts';
import { StoryStore } from '../../src/inspector/state/story-store.ts';
import type { Item } from '../../src/model/world.ts';
import type { CategoryId } from '../../src/rulebook/categories/categories.ts';
import { hasEffect } from '../../src/scenario/item-fields.ts';
import { type Drama, dramas } from './worlds.ts';
import type { WorldPlain } from './world-parts.ts';

/** Something that a person does with the controls of the page; the number chooses among what there is. */
const CONTROLS = {
  goTo: (store: StoryStore, chosen: number) => store.goTo(chosen % (store.getSnapshot().recording.last + 1)),
  back: (store: StoryStore) => store.back(),
  next: (store: StoryStore) => store.next(),
  nextGate: (store: StoryStore) => store.nextGate(),
  last: (store: StoryStore) => store.last(),
  wait: (store: StoryStore) => store.wait(),
  backToScript: (store: StoryStore) => store.backToScript(),
  doPossible: (store: StoryStore, chosen: number) => {
    const possible = store.possible();
    const event = possible[chosen % Math.max(1, possible.length)];
    if (event) store.send(event);
  },
  doHarmless: (store: StoryStore, chosen: number) => {
    const harmless = POSSIBLE_EVENT_TYPES.filter((type) => SCRIPT_EVENTS[type].harmless);
    const type = harmless[chosen % harmless.length];
    if (type) for (const event of formsOf(store.file, type)) store.send(event);
  },
  /** Also what nobody takes there. */
  doAnything: (store: StoryStore, chosen: number) => {
    const forms = POSSIBLE_EVENT_TYPES.flatMap((type) => formsOf(store.file, type));
    const event = forms[chosen % forms.length];
    if (event) store.send(event);
  },
} as const satisfies Readonly<Record<string, (store: StoryStore, chosen: number) => void>>;
type Control = keyof typeof CONTROLS;

const WEIGHTS: Readonly<Record<Control, number>> = {
  goTo: 2,
  back: 1,
  next: 3,
  nextGate: 1,
  last: 1,
  wait: 6,
  backToScript: 1,
  doPossible: 14,
  doHarmless: 3,
  doAnything: 3,
};

const act = fc.tuple(
  fc.oneof(
    ...(Object.keys(WEIGHTS) as Control[]).map((control) => ({
      weight: WEIGHTS[control],
      arbitrary: fc.constant(control),
    })),
  ),
  fc.nat(1_000_000),
);

/** A scenario that a person opened, went somewhere in, and took by hand. */
export class Handled {
  readonly drama: Drama;
  readonly scenario: Scenario;
  readonly acts: readonly (readonly [Control, number])[];
  readonly store: StoryStore;

  constructor(drama: Drama, attempts: number, acts: readonly (readonly [Control, number])[]) {
    this.drama = drama;
    this.acts = acts;
    this.scenario = {
      ...drama.scenario,
      attempts: Array.from({ length: attempts - 1 }, () => ({ change: {} })),
      stated: { ...drama.stated, attempts: Array.from({ length: attempts - 1 }, () => ({ change: {} })) },
    };
    this.store = StoryStore.play(this.scenario);
    for (const [control, chosen] of acts) CONTROLS[control](this.store, chosen);
  }

  get journal(): string {
    return new Journal(this.store.told.lines).toText();
  }

  /** What *Scenario as YAML* gives. */
  save(): string {
    const byHand = this.store.getSnapshot().hand ? 'the last' : 'none';
    return recordToScenario(this.store.told, { file: 'saved.yaml', byHand });
  }

  [fc.toStringMethod](): string {
    const attempts = this.scenario.attempts.length + 1;
    return `${JSON.stringify(this.acts)} in ${attempts} attempts of ${fc.stringify(this.drama)}`;
  }
}

export const playText = (text: string): Run => play(loadScenario(text, 'saved.yaml'));

/** A file is refused where it says something of an item that nothing reads, so nobody has opened such a one. */
function withFieldsThatCount(world: WorldPlain): void {
  world.items = world.items.map((item) =>
    Object.fromEntries(
      Object.entries(item).filter(([field]) => hasEffect(field as keyof Item, item['category'] as CategoryId)),
    ),
  );
}

export const handled = (): fc.Arbitrary<Handled> =>
  fc
    .tuple(
      dramas({ but: withFieldsThatCount }),
      fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.constantFrom(2, 3)),
      fc.nat(1_000_000),
      fc.array(act, { maxLength: 14, size: 'max' }),
    )
    .map(([drama, attempts, from, acts]) => new Handled(drama, attempts, [['goTo', from], ...acts]));
