import { useEffect, useRef, useState } from 'react';
import { standaloneSvg } from '../charts/copy-svg.ts';
import { copyText } from '../parts/copy-text.ts';
import { voiceOf } from '../../report/device-voice.ts';
import { usePicked, type ViewProps } from '../state/use-story.ts';
import type { By } from './flow-layout.ts';
import { FlowDrawing } from './FlowDrawing.tsx';
import { HatchKey } from './HatchKey.tsx';
import { pickBranch, useFlow } from './use-flow.ts';
import './flow.css';

/** Where the data went: from before through the gates, one branch for each rule that drops. */
export function FlowView({ store }: ViewProps) {
  const { filter } = usePicked(store, 'filter');
  const [by, setBy] = useState<By>('bytes');
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const shown = useFlow(store, host, by, 'whole');
  const copy = async () =>
    svg.current !== null &&
    shown !== null &&
    copyText(standaloneSvg(svg.current, { w: shown.layout.w, h: shown.layout.h }, 'Where the data went'));
  return (
    <section className="card flow-card" aria-label="Flow">
      <FlowTools by={by} hatched={voiceOf(store.world)('hatched: not on the phone')} onBy={setBy} onCopy={copy} />
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

function FlowTools({
  hatched,
  by,
  onBy,
  onCopy,
}: {
  readonly hatched: string;
  readonly by: By;
  readonly onBy: (by: By) => void;
  readonly onCopy: () => Promise<boolean>;
}) {
  const [copied, setCopied] = useState('');
  useEffect(() => {
    const timer = copied === '' ? undefined : setTimeout(() => setCopied(''), 2500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <header className="flow-tools">
      <HatchKey says={hatched} />
      <span className="quiet">Width by</span>
      <span className="tabs" role="group" aria-label="Width by">
        {(['bytes', 'items'] as const).map((choice) => (
          <button key={choice} type="button" aria-pressed={by === choice} onClick={() => onBy(choice)}>
            {choice}
          </button>
        ))}
      </span>
      <button
        type="button"
        className="button small"
        onClick={() => void onCopy().then((done) => setCopied(done ? 'Copied' : 'Not allowed here'))}
      >
        {copied || 'Copy as SVG'}
      </button>
      <span className="hidden" role="status">
        {copied}
      </span>
    </header>
  );
}
