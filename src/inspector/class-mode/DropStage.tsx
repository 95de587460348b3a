import { useMemo } from 'react';
import { must } from '../../model/must.ts';
import type { SceneOf } from '../../stepping/scenes.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { useAnswers, useExplained } from '../why/explained.ts';
import { type CardPart, DropCard } from './DropCard.tsx';
import { namedItems, type SceneTelling } from './scene-words.ts';

interface DropStageProps extends ViewProps {
  readonly scene: SceneOf<'drop'>;
  readonly part: CardPart;
  readonly telling: SceneTelling;
}

/** The card of a scene: all items of one rule are told by the first of them. */
export function DropStage({ store, scene, part, telling }: DropStageProps) {
  const { recording } = useStory(store, 'recording');
  const first = must(scene.items[0], 'an item that dropped');
  const explanation = useExplained(store, first);
  const answers = useAnswers(store, explanation);
  const bytes = useMemo(() => {
    const ids = new Set(scene.items);
    return recording.items.reduce((sum, item) => sum + (ids.has(item.id) ? item.bytes : 0), 0);
  }, [recording, scene]);
  return explanation ? (
    <DropCard
      explanation={explanation}
      title={namedItems(scene.items, telling.titleOf)}
      bytes={bytes}
      isWithheld={scene.isWithheld}
      answers={answers}
      part={part}
      route={telling.route}
    />
  ) : null;
}
