import { type ReactNode, useRef, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import type { Chart, ChartView } from './chart.ts';
import { ChartCanvas, type ChartControls } from './ChartCanvas.tsx';
import { copyText } from '../parts/copy-text.ts';
import { standaloneSvg } from './copy-svg.ts';
import { Meaning, type Picked } from './Meaning.tsx';
import { isActive, type Moment, outermost } from './moment.ts';
import { Way } from './Way.tsx';

interface CardProps {
  readonly chart: Chart;
  readonly moment: Moment;
  readonly sync?: boolean;
  /** Beside the name: where the actor stands among the others. */
  readonly about: ReactNode;
  readonly hasVisited: (state: string) => boolean;
  readonly onOpen: (actor: string) => void;
  /** Only a card that can take the room of the others has it. */
  readonly unfolded?: { readonly on: boolean; readonly toggle: () => void };
}

/** One actor: its chart, folded to the part that is active unless the person wants all of it. */
export function ChartCard({ chart, moment, sync = false, about, hasVisited, onOpen, unfolded }: CardProps) {
  const [picked, setPicked] = useState<Picked | null>(null);
  const [peek, setPeek] = useState<{ readonly from: string; readonly at: string } | null>(null);
  const controls = useRef<ChartControls>(null);
  const active = outermost(moment.leaves[0] ?? chart.states.find(({ path }) => path !== '')?.path ?? '');
  const folded = chart.folded[''] === undefined;
  const shown = peek?.from === active ? peek.at : active;
  const views = unfolded?.on ? [chart.all] : viewsOf(chart, folded ? shown : '');
  return (
    <section
      className={`card chart-card${sync ? ' sync' : ''}${unfolded?.on ? ' whole' : ''}`}
      aria-label={`Chart of ${chart.id}`}
    >
      <header>
        <h2>{chart.id}</h2>
        <span className="about">{about}</span>
        <ChartButtons controls={controls} chart={chart} {...(unfolded ? { unfolded } : {})} small={!unfolded} />
      </header>
      {folded && !unfolded?.on && hasSeveralStops(chart) && (
        <Way
          states={chart.states}
          active={active}
          shown={shown}
          isActive={(path) => isActive(moment, path)}
          hasVisited={hasVisited}
          onShow={(at) => setPeek({ from: active, at })}
        />
      )}
      <ChartCanvas
        chart={chart}
        views={views}
        moment={moment}
        title={chart.id}
        picked={picked}
        onPick={setPicked}
        controls={controls}
      />
      {picked && <Meaning chart={chart} picked={picked} onClose={() => setPicked(null)} onOpen={onOpen} />}
    </section>
  );
}

const viewsOf = ({ folded, wide, all }: Chart, name: string): ChartView[] => {
  const views = [folded[name], wide[name]].filter((view) => view !== undefined);
  return views.length > 0 ? views : [all];
};

/** A machine with one stop has no way to show. */
const hasSeveralStops = ({ states }: Chart): boolean =>
  states.filter(({ path, kind }) => path !== '' && !path.includes('.') && kind !== 'final').length > 1;

interface ButtonsProps extends Pick<CardProps, 'chart' | 'unfolded'> {
  readonly controls: { readonly current: ChartControls | null };
  readonly small: boolean;
}

function ChartButtons({ controls, chart, unfolded, small }: ButtonsProps) {
  const [copied, setCopied] = useState('');
  const copy = async () => {
    const drawn = controls.current?.drawn();
    const done = drawn ? await copyText(standaloneSvg(drawn.svg, drawn.view, chart.id)) : false;
    setCopied(done ? 'Copied' : 'The browser did not allow it');
  };
  return (
    <span className="chart-buttons">
      <button
        type="button"
        className="button small"
        aria-label={`Enlarge ${chart.id}`}
        onClick={() => controls.current?.zoomBy(1.25)}
      >
        +
      </button>
      <button
        type="button"
        className="button small"
        aria-label={`Reduce ${chart.id}`}
        onClick={() => controls.current?.zoomBy(0.8)}
      >
        −
      </button>
      <button
        type="button"
        className="button small"
        aria-label={`Fit ${chart.id}`}
        onClick={() => controls.current?.fitAll()}
      >
        Fit
      </button>
      {!small && unfolded && (
        <button type="button" className="button small" aria-pressed={unfolded.on} onClick={unfolded.toggle}>
          {unfolded.on ? 'Fold' : 'Unfold'}
        </button>
      )}
      <button
        type="button"
        className="button small"
        aria-label={`Copy ${chart.id} as SVG`}
        title="Copy as SVG"
        onClick={() => void copy()}
      >
        <Icon name={copied === 'Copied' ? 'check' : 'copy'} size={13} />
      </button>
      <span className="hidden" role="status">
        {copied}
      </span>
    </span>
  );
}
