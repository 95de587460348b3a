import { type ComponentType, lazy, Suspense } from 'react';
import { StoryView } from '../story/StoryView.tsx';
import type { ViewProps } from '../state/use-story.ts';
import type { View } from '../state/views.ts';

/** Each other view is a part of its own that is fetched when it is first shown. */
const later = (load: () => Promise<ComponentType<ViewProps>>): ComponentType<ViewProps> =>
  lazy(async () => ({ default: await load() }));

const COMPONENTS: Readonly<Record<View, ComponentType<ViewProps>>> = {
  story: StoryView,
  charts: later(async () => (await import('../charts/ChartsView.tsx')).ChartsView),
  flow: later(async () => (await import('../flow/FlowView.tsx')).FlowView),
  messages: later(async () => (await import('../messages/MessagesView.tsx')).MessagesView),
  'what-if': later(async () => (await import('../conditions/ConditionsView.tsx')).ConditionsView),
  answers: later(async () => (await import('../answers/AnswersView.tsx')).AnswersView),
};

export function ShownView({ view, store }: ViewProps & { readonly view: View }) {
  const Component = COMPONENTS[view];
  return (
    <Suspense fallback={<div className="waiting-view" />}>
      <Component store={store} />
    </Suspense>
  );
}
