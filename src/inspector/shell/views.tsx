import { type ComponentType, Suspense, useState } from 'react';
import { part } from '../parts/part.ts';
import { StoryView } from '../story/StoryView.tsx';
import type { ViewProps } from '../state/use-story.ts';
import type { View } from '../state/views.ts';

/**
 * Each other view is a part of its own that is fetched when it is first shown. One that was fetched ahead is drawn at
 * once, without an empty picture before it.
 */
function later(load: () => Promise<ComponentType<ViewProps>>) {
  let there: ComponentType<ViewProps> | undefined;
  const fetched = async () => (there ??= await load());
  const Fetched = part(fetched);
  function View(props: ViewProps) {
    const [Shown] = useState<ComponentType<ViewProps>>(() => there ?? Fetched);
    return <Shown {...props} />;
  }
  return { View, fetched };
}

const flow = later(async () => (await import('../flow/FlowView.tsx')).FlowView);
/** The flow is large enough to be waited for, and is what is opened next. */
export const fetchFlow = flow.fetched;

const COMPONENTS: Readonly<Record<View, ComponentType<ViewProps>>> = {
  story: StoryView,
  charts: later(async () => (await import('../charts/ChartsView.tsx')).ChartsView).View,
  flow: flow.View,
  messages: later(async () => (await import('../messages/MessagesView.tsx')).MessagesView).View,
  'what-if': later(async () => (await import('../conditions/ConditionsView.tsx')).ConditionsView).View,
  answers: later(async () => (await import('../answers/AnswersView.tsx')).AnswersView).View,
};

export function ShownView({ view, store }: ViewProps & { readonly view: View }) {
  const Component = COMPONENTS[view];
  return (
    <Suspense fallback={<div className="waiting-view" />}>
      <Component store={store} />
    </Suspense>
  );
}
