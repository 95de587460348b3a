import { useRef } from 'react';
import { voiceOf } from '../../report/device-voice.ts';
import { usePicked, type ViewProps } from '../state/use-story.ts';
import { FlowDrawing } from './FlowDrawing.tsx';
import { HatchKey } from './HatchKey.tsx';
import { pickBranch, useFlow } from './use-flow.ts';
import './flow.css';

/** The flow under the story: it grows with every step. */
export function GrowingFlow({ store }: ViewProps) {
  const { filter } = usePicked(store, 'filter');
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const shown = useFlow(store, host, 'bytes', 'small');
  return (
    <section className="card story-flow" aria-label="Flow">
      <header className="panel-head">
        <h2>Where the data goes</h2>
        <HatchKey says={voiceOf(store.world)('hatched: not on the phone')} />
      </header>
      <div ref={host} className="flow-host scrolls">
        {shown && (
          <FlowDrawing
            svg={svg}
            shown={shown}
            filter={filter}
            onPick={(branch, rest) => pickBranch(store, branch, rest)}
          />
        )}
      </div>
    </section>
  );
}
