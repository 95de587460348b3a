import { useMemo } from 'react';
import type { Scene } from '../../stepping/scenes.ts';
import { FateShape, wordOf } from '../parts/Fate.tsx';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { DropStage } from './DropStage.tsx';
import { EndStage } from './EndStage.tsx';
import { SceneDetails } from './SceneDetails.tsx';
import { lineOfScene, namedItems, type SceneTelling, wordsOfScene } from './scene-words.ts';
import { arrivedBetween, stepOfLastNews } from './telling.ts';
import type { Show } from './use-show.ts';
import './scene-stage.css';

interface StageProps extends ViewProps {
  readonly show: Show;
  readonly telling: SceneTelling;
}

/** One scene, and nothing else. */
export function SceneStage({ store, show, telling }: StageProps) {
  const { scene, part } = show;
  const { sentence, kind } = wordsOfScene(scene, telling);
  if (scene.kind === 'drop') return <DropStage store={store} scene={scene} part={part} telling={telling} />;
  return (
    <article className="scene-stage">
      <header className={scene.kind === 'alert' ? 'now' : ''}>{kind}</header>
      <h2>
        <bdi>{sentence}</bdi>
      </h2>
      <SceneDetails store={store} scene={scene} telling={telling} />
      {scene.kind === 'end' && <EndStage store={store} part={part} />}
      {part === 0 && <Meanwhile store={store} show={show} telling={telling} />}
    </article>
  );
}

/** What has come since the scene before: the class has run over those steps. */
function Meanwhile({ store, show: { scenes, place, scene }, telling }: StageProps) {
  const { recording, ledger } = useStory(store, 'recording', 'ledger');
  const arrived = useMemo(
    () => arrivedBetween(recording, ledger.rows, stepOfLastNews(scenes, place), scene.step),
    [recording, ledger, scenes, place, scene],
  );
  if (arrived.size === 0) return null;
  return (
    <ul className="meanwhile">
      {[...arrived].map(([fate, items]) => (
        <li key={fate}>
          <FateShape fate={fate} />
          <span>
            <b>{wordOf(fate, telling.route)}:</b> <bdi>{namedItems(items, telling.titleOf, 4)}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a screen reader hears of a scene. */
export function spokenScene({ scene, part, place, scenes }: Show, telling: SceneTelling): string {
  const { kind } = wordsOfScene(scene, telling);
  const second = part === 0 ? undefined : SECOND[scene.kind];
  return [
    `Scene ${place + 1} of ${scenes.length}.`,
    kind === '' ? kind : `${kind}.`,
    lineOfScene(scene, telling),
    second,
  ]
    .filter((words) => words !== undefined && words !== '')
    .join(' ');
}

const SECOND: Readonly<Partial<Record<Scene['kind'], string>>> = {
  drop: 'What to say to the customer.',
  end: 'What would bring more.',
};
