import { useStory, type ViewProps } from '../state/use-story.ts';

/** Who has tapped something else than the story does is told so, and how to return. */
export function ByHand({ store }: ViewProps) {
  const { hand } = useStory(store, 'hand');
  if (!hand) return null;
  return (
    <p className="by-hand-note">
      <span>
        You left the story at step {hand.from + 1}. <b>Next</b> goes on as it usually would.
      </span>
      <button type="button" className="button small" onClick={() => store.backToScript()}>
        Return to the story
      </button>
    </p>
  );
}
