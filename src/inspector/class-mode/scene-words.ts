import { inList } from '../../model/phrases.ts';
import { fateOn, OUTCOMES } from '../../model/fates.ts';
import { formatCount } from '../../model/bytes.ts';
import type { World } from '../../model/world.ts';
import { ALERTS } from '../../rulebook/tables/alerts.ts';
import { PROMPTS } from '../../rulebook/tables/prompts.ts';
import { onScreen, type Voice } from '../../report/device-voice.ts';
import { buttonWords } from '../../report/event-sentences.ts';
import { screenWords } from '../../report/screens.ts';
import { spokenNames } from '../../model/spoken-names.ts';
import { endWords, ownerOf, things } from '../../report/word-parts.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Route } from '../../model/kinds.ts';
import { itemsOfScene, type Scene, type SceneKind } from '../../stepping/scenes.ts';
import { phoneWords } from '../phone/wording.ts';

/** What a scene is told with: the story, and how it names its items. */
export interface SceneTelling {
  readonly scenario: Scenario;
  readonly world: World;
  readonly route: Route;
  readonly voice: Voice;
  readonly titleOf: (item: string) => string;
  /** How many items are on the device when the story is over. */
  readonly there: number;
}

/** A scene in words: what it is, its name in the strip, and what is said in large letters. */
export interface SceneWords {
  /** Above the sentence: what kind of thing happens. Empty where the sentence says it. */
  readonly kind: string;
  readonly name: string;
  readonly sentence: string;
}

const MOST_NAMES = 3;

/** `Messages`, `Messages and Photos`, `Messages, Photos and 3 more`. */
export function namedItems(items: readonly string[], titleOf: SceneTelling['titleOf'], most = MOST_NAMES): string {
  const shown = items.length > most ? items.slice(0, Math.max(1, most - 1)) : items;
  const rest = items.length - shown.length;
  return inList([...shown.map(titleOf), ...(rest > 0 ? [`${formatCount(rest)} more`] : [])]);
}

type Teller<Kind extends SceneKind> = (scene: Extract<Scene, { kind: Kind }>, telling: SceneTelling) => SceneWords;

const TELLERS: { readonly [Kind in SceneKind]: Teller<Kind> } = {
  opening: (_, { scenario }) => ({ kind: 'The case', name: 'The case', sentence: scenario.title }),
  attempt: ({ attempt }) => ({
    kind: `Attempt ${attempt}`,
    name: `Attempt ${attempt}`,
    sentence: 'The same case once more, from the same beginning.',
  }),
  refused: ({ event }, { world }) => {
    const what = onScreen(buttonWords(event), world.device.kind);
    return {
      kind: 'Not now',
      name: `Not now: ${what}`,
      sentence: `${what}: ${onScreen('the phone', world.device.kind)} does not accept this now.`,
    };
  },
  screen: ({ screen }, { world, scenario, route }) => ({
    kind: 'What the customer sees',
    name: screen === 'restoring' ? 'The restore begins' : phoneWords(screen, world).title,
    sentence: screenWords(screen, scenario.edition, route).replace(/:$/, '.'),
  }),
  alert: ({ alert }, { world, scenario }) => ({
    kind: 'An alert',
    name: onScreen(ALERTS[alert].title, world.device.kind),
    sentence: `“${onScreen(ALERTS[alert].text[scenario.edition], world.device.kind)}”`,
  }),
  asks: ({ prompt, account }, { world, scenario }) => ({
    kind: 'A question to the customer',
    name: onScreen(PROMPTS[prompt].title, world.device.kind),
    sentence:
      `“${onScreen(PROMPTS[prompt].text[scenario.edition], world.device.kind)}”` +
      (account === undefined ? '' : ` It is ${ownerOf(account, spokenNames(world))}.`),
  }),
  drop: (scene, { titleOf }) => ({
    kind: '',
    name: namedItems(itemsOfScene(scene), titleOf, 2),
    sentence: namedItems(itemsOfScene(scene), titleOf),
  }),
  erased: () => ({
    kind: 'Erased',
    name: 'Erased',
    sentence: 'Everything on the phone is erased. It is as new.',
  }),
  decided: ({ may, mayNot }) => ({
    kind: 'Decided',
    name: 'Decided',
    sentence: `From here on nothing is decided anew: ${things(may)} may return, ${formatCount(mayNot)} may not.`,
  }),
  ended: ({ outcome, because }) => ({
    kind: 'The restore is over',
    name: OUTCOMES[outcome].word,
    sentence: endWords({ outcome, because }),
  }),
  end: ({ outcome }, { world: { items }, there }) => ({
    kind: `How it ended: ${OUTCOMES[outcome].word.toLowerCase()}`,
    name: 'How it ended',
    sentence: `${formatCount(there)} of ${things(items.length)} ${there === 1 ? 'is' : 'are'} on the phone.`,
  }),
};

/** A scene in the words of the device that it is about. */
export function wordsOfScene(scene: Scene, telling: SceneTelling): SceneWords {
  // A teller takes scenes of its own kind alone, which the compiler cannot follow through a union.
  const tell = TELLERS[scene.kind] as Teller<SceneKind>;
  const { kind, name, sentence } = tell(scene, telling);
  const { voice } = telling;
  return scene.kind === 'drop' || scene.kind === 'opening'
    ? { kind, name, sentence }
    : { kind, name: voice(name), sentence: voice(sentence) };
}

/** The same in one line, with what became of its items. */
export function lineOfScene(scene: Scene, telling: SceneTelling): string {
  const { sentence } = wordsOfScene(scene, telling);
  return scene.kind === 'drop' ? `${fateOn(telling.route, scene.fate).word}: ${sentence}` : sentence;
}
