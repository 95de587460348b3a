import type * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { lineOfScene, wordsOfScene } from '../../src/inspector/class-mode/scene-words.ts';
import { FATES } from '../../src/model/fates.ts';
import { must } from '../../src/model/must.ts';
import { voiceOf } from '../../src/report/device-voice.ts';
import type { JournalLine } from '../../src/run/journal-line.ts';
import { foldLedger, type LedgerRow } from '../../src/run/ledger.ts';
import { endOfStep } from '../../src/run/standing.ts';
import { Recording } from '../../src/stepping/recording.ts';
import { type Drop, type Scene, sceneAt, scenesOf } from '../../src/stepping/scenes.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';

const ATTEMPTS = 3;
/** Each is a whole story of several attempts. */
const WORLDS = 10;

interface Staged {
  readonly drama: Drama;
  readonly recording: Recording;
  readonly scenes: readonly Scene[];
}

const staged: fc.Arbitrary<Staged> = dramas().map((drama) => {
  const recording = Recording.of(drama.scenario.world, drama.play({ attempts: ATTEMPTS }).journal);
  return { drama, recording, scenes: scenesOf(recording) };
});

/** The drops of a scene, those that a question holds up among them. */
const dropsOf = (scene: Scene): readonly Drop[] =>
  scene.kind === 'drop' ? [scene] : scene.kind === 'asks' ? scene.held : [];

const counted = (words: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(words)].toSorted().map((word) => [word, words.filter((one) => one === word).length]));

/** Every item that a step left without a copy that works, told anew from the ledger before and after the step. */
function droppedIn({ items, lines }: Recording): string[] {
  const dropped: string[] = [];
  let before = foldLedger(items, []).rows;
  for (let from = 0; from < lines.length;) {
    const to = endOfStep(lines, from);
    const after = foldLedger(items, lines.slice(0, to)).rows;
    for (const [index, row] of after.entries()) dropped.push(...newsOf(must(before[index], row.id), row));
    before = after;
    from = to;
  }
  return dropped;
}

function newsOf(was: LedgerRow, is: LedgerRow): string[] {
  if (is.fate === null || FATES[is.fate].works) return [];
  if (was.fate !== is.fate || was.rule !== is.rule) return [`${is.id} ${is.fate} ${is.rule}`];
  return was.syncWithheld !== is.syncWithheld && is.syncWithheld !== null
    ? [`${is.id} ${is.fate} ${is.syncWithheld}`]
    : [];
}

const linesOf = <Kind extends JournalLine['type']>({ lines }: Recording, kind: Kind) =>
  lines.filter((line): line is Extract<JournalLine, { type: Kind }> => line.type === kind);

/** What a person sees of the ledger after a step. */
const rowsAt = ({ items, lines }: Recording, step: number) =>
  foldLedger(
    items,
    lines.filter((line) => line.step <= step),
  ).rows.map(({ id, fate, rule }) => ({ id, fate, rule }));

const stepsOf = (scenes: readonly Scene[], kind: Scene['kind']): readonly number[] =>
  scenes.filter((scene) => scene.kind === kind).map(({ step }) => step);

describe('a run laid out in scenes', () => {
  law(
    'goes from the case to how it ended in the order of steps, and has a scene for each of them',
    staged,
    (world) => {
      const { recording, scenes } = world;
      expect(scenes[0]).toEqual({ kind: 'opening', step: 1, attempt: 1 });
      expect(scenes.at(-1)).toMatchObject({ kind: 'end', step: recording.last + 1 });
      expect(scenes.filter(({ kind }) => kind === 'opening' || kind === 'end')).toHaveLength(2);
      expect(scenes.map(({ step }) => step)).toEqual(scenes.map(({ step }) => step).toSorted((a, b) => a - b));
      for (const { step, attempt } of scenes) expect(recording.frame(step - 1)).toMatchObject({ step, attempt });
      for (const position of recording.frames.keys()) {
        const place = sceneAt(scenes, position);
        expect(scenes[place]?.step).toBeLessThanOrEqual(position + 1);
        expect(scenes[place + 1]?.step ?? Number.POSITIVE_INFINITY).toBeGreaterThan(position + 1);
      }
    },
    WORLDS,
  );

  law(
    'tells every drop, question, alert, refusal and end in exactly one scene',
    staged,
    ({ recording, scenes }) => {
      const told = scenes.flatMap((scene) =>
        dropsOf(scene).flatMap(({ items, fate, rule }) => items.map((id) => `${id} ${fate} ${rule}`)),
      );
      expect(counted(told)).toEqual(counted(droppedIn(recording)));
      expect(noticesOf(scenes)).toEqual(
        counted([
          ...linesOf(recording, 'prompt.shown').map(({ step, prompt, account }) => `${step} ${prompt} ${account}`),
          ...linesOf(recording, 'alert.raised').map(({ step, alert }) => `${step} ${alert}`),
          ...linesOf(recording, 'refused').map(({ step, event }) => `${step} ${event}`),
        ]),
      );
      const ends = linesOf(recording, 'restore.ended').map(({ step }) => step);
      // The last one is left to the last scene where nothing comes after it.
      const last = ends.at(-1) ?? Number.POSITIVE_INFINITY;
      const goesOn = scenes.slice(0, -1).some(({ step, kind }) => step > last || (step === last && kind === 'ended'));
      expect(stepsOf(scenes, 'ended')).toEqual(goesOn ? ends : ends.slice(0, -1));
      if (!goesOn && last <= recording.last) expect(rowsAt(recording, last)).toEqual(rowsAt(recording, Infinity));
      const attempts = linesOf(recording, 'attempt.began').filter(({ attempt }) => attempt > 1);
      expect(stepsOf(scenes, 'attempt')).toEqual(attempts.map(({ step }) => step));
      expect(stepsOf(scenes, 'decided')).toEqual(linesOf(recording, 'verdicts.frozen').map(({ step }) => step));
    },
    WORLDS,
  );

  law(
    'tells of nothing in no scene, and of no item what the ledger does not',
    staged,
    ({ recording, scenes }) => {
      for (const scene of scenes) {
        if (scene.kind === 'drop') expect(scene.items.length).toBeGreaterThan(0);
        const drops = dropsOf(scene);
        if (drops.length === 0) continue;
        const ledger = foldLedger(recording.items, recording.lines.slice(0, recording.frame(scene.step - 1).lineTo));
        for (const { items, fate, rule, gate, missing, isWithheld } of drops)
          for (const id of items)
            expect(ledger.row(id)).toMatchObject(
              isWithheld ? { fate, syncWithheld: rule } : { fate, gate, rule, missing },
            );
      }
    },
    WORLDS,
  );
});

/** What is for programmers: a rule, an event or a state, a value that is missing. */
const MACHINERY = /[a-z]+\/[a-z-]+|\b[a-z]+\.[a-z]+[A-Z]|clock\.moved|undefined|\bnull\b|\[object/;

law(
  'has words for every scene, and none of them are names of ours',
  staged,
  ({ drama, recording, scenes }) => {
    const { scenario } = drama;
    const telling = {
      scenario,
      world: scenario.world,
      route: scenario.route,
      voice: voiceOf(scenario.world),
      titleOf: () => 'An item',
      there: recording.items.length,
    };
    for (const scene of scenes) {
      const { name } = wordsOfScene(scene, telling);
      const line = lineOfScene(scene, telling);
      expect(name).toMatch(/^\S.*\S$/);
      expect(line.length).toBeGreaterThan(5);
      if (scene.kind !== 'opening') expect(`${name} ${line}`).not.toMatch(MACHINERY);
    }
  },
  WORLDS,
);

function noticesOf(scenes: readonly Scene[]): Readonly<Record<string, number>> {
  return counted(
    scenes.flatMap((scene) => {
      if (scene.kind === 'asks') return [`${scene.step} ${scene.prompt} ${scene.account}`];
      if (scene.kind === 'alert') return [`${scene.step} ${scene.alert}`];
      return scene.kind === 'refused' ? [`${scene.step} ${scene.event}`] : [];
    }),
  );
}
