import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { GATE_ORDER, GATES } from '../../model/fates.ts';
import { copyText, standaloneSvg } from '../charts/copy-svg.ts';
import { voiceOf } from '../../report/device-voice.ts';
import type { Frame } from '../../stepping/frame.ts';
import { usePicked, useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import type { Recording } from '../../stepping/recording.ts';
import { type Branch, flowOf } from './flow.ts';
import { type By, layOutFlow } from './flow-layout.ts';
import { FlowDrawing } from './FlowDrawing.tsx';
import { measureText } from './measure.ts';
import './flow.css';

/** Where the data went: from before through the gates, one branch for each rule that drops. */
export function FlowView({ store }: ViewProps) {
  const { recording, position, ledger } = useStory(store, 'recording', 'position', 'ledger');
  const { filter } = usePicked(store, 'filter');
  const route = useRoute(store);
  const voice = useMemo(() => voiceOf(store.world), [store.world]);
  const [by, setBy] = useState<By>('bytes');
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useRoom(host);
  const flow = useMemo(() => flowOf(recording.items, ledger.rows), [recording, ledger]);
  const layout = useMemo(
    () => layOutFlow(flow, { ...size, by, reach: reachOf(recording, position), measure: measureText, route, voice }),
    [flow, size, by, recording, position, route, voice],
  );
  const pick = (branch: Branch, rest: readonly Branch[]) => {
    const alone = rest.length === 0;
    store.picked.setFilter({
      fates: alone ? [branch.fate] : [],
      gate: branch.kind === 'drops' ? branch.gate : null,
      rule: alone && branch.kind === 'drops' ? branch.rule : null,
      text: '',
      label: alone && branch.rule !== null ? branch.rule : alone ? branch.fate : `${rest.length + 1} rules`,
    });
  };
  return (
    <section className="card flow-card" aria-label="Flow">
      <FlowTools
        by={by}
        hatched={voice('hatched: not on the phone')}
        onBy={setBy}
        onCopy={() =>
          svg.current
            ? copyText(standaloneSvg(svg.current, { w: size.w, h: layout.h }, 'Where the data went'))
            : Promise.resolve(false)
        }
      />
      <div ref={host} className="flow-host scrolls">
        <FlowDrawing
          svg={svg}
          flow={flow}
          layout={layout}
          w={size.w}
          route={route}
          voice={voice}
          filter={filter}
          onPick={pick}
        />
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
      <span className="quiet flow-key">
        <svg width="22" height="12" aria-hidden="true">
          <rect width="22" height="12" rx="2" className="hatch-key" fill="url(#hatch-any)" />
        </svg>
        {hatched}
      </span>
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

/** How far the restore has come in its present attempt: the furthest gate that it has stood at. */
function reachOf(recording: Recording, position: number): number {
  let reach = -1;
  const { attempt, outcome } = recording.frame(position);
  for (let index = position; index >= 0; index -= 1) {
    const frame: Frame | undefined = recording.frames[index];
    if (!frame || frame.attempt !== attempt) break;
    if (GATES[frame.gate].lane === 'restore') reach = Math.max(reach, GATE_ORDER.indexOf(frame.gate));
  }
  return outcome === 'in-progress' && position === 0 ? -1 : reach;
}

function useRoom(host: { readonly current: HTMLDivElement | null }): { readonly w: number; readonly h: number } {
  const [room, setRoom] = useState({ w: 900, h: 600 });
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return undefined;
    const measure = () => setRoom({ w: Math.max(620, current.clientWidth), h: current.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [host]);
  return room;
}
