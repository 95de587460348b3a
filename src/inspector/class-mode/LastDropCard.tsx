import { useMemo } from 'react';
import { type SceneOf, sceneAt, scenesOf } from '../../stepping/scenes.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { DropStage } from './DropStage.tsx';
import { useTelling } from './telling.ts';
import './scene-stage.css';

/** On a phone, below what just happened: the card of what dropped last, both of its stages below each other. */
export function LastDropCard({ store }: ViewProps) {
  const { recording, position } = useStory(store, 'recording', 'position');
  const telling = useTelling({ store });
  const scenes = useMemo(() => scenesOf(recording), [recording]);
  const drop = scenes
    .slice(0, sceneAt(scenes, position) + 1)
    .findLast((scene): scene is SceneOf<'drop'> => scene.kind === 'drop');
  return (
    <section className="card last-drop" aria-label="What did not come, and why">
      {drop ? (
        <DropStage store={store} scene={drop} part="both" telling={telling} />
      ) : (
        <p className="quiet">Nothing has been left out so far.</p>
      )}
    </section>
  );
}
