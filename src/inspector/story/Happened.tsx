import { Suspense, useMemo, useSyncExternalStore } from 'react';
import { part } from '../parts/part.ts';
import { onScreen, voiceOf } from '../../report/device-voice.ts';
import { headlineOf } from '../../report/headline.ts';
import { FateShape } from '../parts/Fate.tsx';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import { tour } from '../tour/tour-state.ts';
import { ByHand } from './ByHand.tsx';

const TourInvitation = part(async () => (await import('../tour/TourInvitation.tsx')).TourInvitation);

/** What to do first. */
const TO_BEGIN = 'Next goes on step by step. Next drop goes to the next thing that does not come.';
/** For who has never been here: what this is. */
const WELCOME = 'Watch an iPhone being restored.';
const TO_BEGIN_WITH = 'Press Next: you see step by step what comes back, what does not, and why.';

/** The step in one large sentence, and behind it the reason in a smaller one. */
export function Happened({ store }: ViewProps) {
  const { recording, position } = useStory(store, 'recording', 'position');
  const route = useRoute(store);
  const { says, behind, fate } = useMemo(
    () => headlineOf({ lines: recording.linesOf(position), world: store.world, book: store.file.book, route }),
    [recording, position, route, store],
  );
  const { isOffered } = useSyncExternalStore(tour.subscribe, tour.getSnapshot);
  const voice = voiceOf(store.world);
  const isNew = isOffered && position === 0;
  return (
    <div className="happened scrolls" tabIndex={0} role="group" aria-label="What just happened">
      <p className="happened-says">
        {fate !== null && <FateShape fate={fate} size={18} />}
        <bdi>{isNew ? onScreen(WELCOME, store.world.device.kind) : voice(says)}</bdi>
      </p>
      <ByHand store={store} />
      <p className="happened-behind">
        <bdi>{isNew ? TO_BEGIN_WITH : position === 0 ? TO_BEGIN : voice(behind)}</bdi>
      </p>
      {isNew && (
        <Suspense fallback={null}>
          <TourInvitation />
        </Suspense>
      )}
    </div>
  );
}
