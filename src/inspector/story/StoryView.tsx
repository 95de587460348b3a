import { Suspense } from 'react';
import { part } from '../parts/part.ts';
import { useVoice } from '../parts/voice.ts';
import { useNarrow } from '../parts/use-narrow.ts';
import { PhonePanel } from '../phone/PhonePanel.tsx';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { Happened } from './Happened.tsx';
import './story.css';

// Phone, lesson and sentence do not wait for it.
const GrowingFlow = part(async () => (await import('../flow/GrowingFlow.tsx')).GrowingFlow);

const LastDropCard = part(async () => (await import('../class-mode/LastDropCard.tsx')).LastDropCard);

/** For whoever has never seen a restore from inside: what this one teaches, what just happened, where the data went. */
export function StoryView({ store }: ViewProps) {
  return (
    <div className="story">
      <section className="card lesson" aria-label="What this story shows">
        <Lesson store={store} />
        <Happened store={store} />
      </section>
      {useNarrow() && <OnAPhone store={store} />}
      <Suspense fallback={<section className="card story-flow" aria-label="Flow" aria-busy="true" />}>
        <GrowingFlow store={store} />
      </Suspense>
    </div>
  );
}

/** Where all stands below each other: the phone right after the sentence, then why, as a class sees it. */
function OnAPhone({ store }: ViewProps) {
  return (
    <>
      <section className="column phone-column" aria-label={useVoice()('The phone')}>
        <PhonePanel store={store} />
      </section>
      <Suspense fallback={<section className="card last-drop" aria-busy="true" />}>
        <LastDropCard store={store} />
      </Suspense>
    </>
  );
}

const MAX_TITLE_LENGTH = 300;
const MAX_WHY_LENGTH = 1200;

/** The scenario’s own purpose stands as the headline, for that is what it was written for. */
function Lesson({ store }: ViewProps) {
  const { title, why } = useStory(store, 'scenario').scenario;
  return (
    <header className="lesson-head scrolls" tabIndex={0} role="group" aria-label="Lesson">
      <h2>
        <bdi>{title.slice(0, MAX_TITLE_LENGTH)}</bdi>
      </h2>
      <p>
        <bdi>{why.slice(0, MAX_WHY_LENGTH)}</bdi>
      </p>
    </header>
  );
}
