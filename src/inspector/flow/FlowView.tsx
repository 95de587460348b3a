import { type ReactNode, useRef, useState } from 'react';
import { standaloneSvg } from '../charts/copy-svg.ts';
import { PictureMenu } from '../export/PictureMenu.tsx';
import { slideOf } from '../export/picture.ts';
import { fileNameOf } from '../export/save.ts';
import { OUTCOMES } from '../../model/fates.ts';
import { legendIn, SlideLegend } from './SlideLegend.tsx';
import { voiceOf } from '../../report/device-voice.ts';
import { usePicked, useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import type { By } from './placed-flow.ts';
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
  const marks = useRef<HTMLDivElement>(null);
  const { scenario, position, recording, frame, ledger } = useStory(
    store,
    'scenario',
    'position',
    'recording',
    'frame',
    'ledger',
  );
  const route = useRoute(store);
  const shown = useFlow(store, host, by, 'whole');
  const slide = () =>
    svg.current !== null && shown !== null
      ? slideOf(standaloneSvg(svg.current, { w: shown.layout.w, h: shown.layout.h }, 'Where the data goes'), {
          title: scenario.title,
          says: `Step ${position + 1} of ${recording.last + 1}. ${OUTCOMES[frame.outcome].word}.`,
          legend: legendIn(marks.current),
          foot: `restore-sim · ${scenario.id}`,
        })
      : null;
  return (
    <section className="card flow-card" aria-label="Flow">
      <FlowTools
        by={by}
        hatched={voiceOf(store.world)('hatched: not on the phone')}
        onBy={setBy}
        picture={<PictureMenu of="the flow" file={`${fileNameOf(store)}.flow`} slide={slide} />}
      />
      <SlideLegend marks={marks} tallies={ledger.tallies} route={route} />
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
  picture,
}: {
  readonly hatched: string;
  readonly by: By;
  readonly onBy: (by: By) => void;
  readonly picture: ReactNode;
}) {
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
      {picture}
    </header>
  );
}
