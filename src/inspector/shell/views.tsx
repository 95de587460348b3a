import { type ComponentType, lazy, Suspense } from 'react';
import type { View } from '../state/snapshot.ts';
import type { ViewProps } from '../state/use-story.ts';

type ViewModule = Readonly<Record<string, ComponentType<ViewProps>>>;

// Each view is a part of its own that is fetched when it is first shown.
const MODULES = import.meta.glob<ViewModule>([
  '../charts/ChartsView.tsx',
  '../flow/FlowView.tsx',
  '../messages/MessagesView.tsx',
  '../conditions/ConditionsView.tsx',
]);

function view(path: string, name: string): ComponentType<ViewProps> {
  const load = MODULES[path];
  if (!load) return NotHere;
  return lazy(async () => ({ default: (await load())[name] ?? NotHere }));
}

function NotHere() {
  return <div className="waiting-view">This view is not part of this build.</div>;
}

/** What the page shows in its middle, by the name in the address. Every view receives the shared store. */
const VIEW: Readonly<Record<View, ComponentType<ViewProps>>> = {
  charts: view('../charts/ChartsView.tsx', 'ChartsView'),
  flow: view('../flow/FlowView.tsx', 'FlowView'),
  messages: view('../messages/MessagesView.tsx', 'MessagesView'),
  'what-if': view('../conditions/ConditionsView.tsx', 'ConditionsView'),
};

export function Shown({ view: name, store }: ViewProps & { readonly view: View }) {
  const Component = VIEW[name];
  return (
    <Suspense fallback={<div className="waiting-view" />}>
      <Component store={store} />
    </Suspense>
  );
}
