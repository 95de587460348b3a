import { type ReactNode, useRef, useState } from 'react';
import { must } from '../../model/must.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Chart, ChartState, ChartView } from './chart.ts';
import { ChartCanvas, type ChartControls } from './ChartCanvas.tsx';
import { copyText } from '../parts/copy-text.ts';
import { standaloneSvg } from './copy-svg.ts';
import { Meaning, type Picked } from './Meaning.tsx';
import { isActive, type Moment, outermost } from './moment.ts';
import { plainMachine } from './plain-names.ts';
import { PlainWords } from './PlainWords.tsx';
import { Way, WayChoice } from './Way.tsx';

interface CardProps {
  readonly chart: Chart;
  readonly moment: Moment;
  readonly sync?: boolean;
  /** Beside the name: where the actor stands among the others. */
  readonly about: ReactNode;
  readonly hasVisited: (state: string) => boolean;
  readonly onOpen: (actor: string) => void;
  /** It has taken the room of the others and shows its whole machine. */
  readonly isLarge: boolean;
  /** The first of the cards has room for all of its buttons. */
  readonly isMain: boolean;
  readonly onResize: () => void;
}

/** One actor: its chart, folded to the part that is active unless the person wants all of it. */
const firstState = ({ states }: Chart): ChartState =>
  must(
    states.find(({ path }) => path !== ''),
    'the first state of a chart',
  );

export function ChartCard(props: CardProps) {
  const { chart, moment, sync = false, about, hasVisited, onOpen, isLarge, isMain, onResize } = props;
  const [picked, setPicked] = useState<Picked | null>(null);
  const [peek, setPeek] = useState<{ readonly from: string; readonly at: string } | null>(null);
  const controls = useRef<ChartControls>(null);
  const active = outermost(moment.leaves[0] ?? firstState(chart).path);
  const folded = chart.folded[''] === undefined;
  const shown = peek?.from === active ? peek.at : active;
  const hasWay = folded && !isLarge && hasSeveralStops(chart);
  const way = {
    states: chart.states,
    active,
    shown,
    hasVisited,
    onShow: (at: string) => setPeek({ from: active, at }),
  };
  const views = isLarge ? [chart.all] : viewsOf(chart, folded ? shown : '', shown !== active);
  return (
    <section
      className={`card chart-card${sync ? ' sync' : ''}${isMain ? ' main-card' : ''}`}
      aria-label={`Chart of ${chart.id}`}
    >
      <header>
        <h2 title={plainMachine(chart.id)}>{chart.id}</h2>
        <span className="about">{about}</span>
        {hasWay && isMain && <WayChoice {...way} />}
        <span className="chart-buttons">
          {(isMain || isLarge) && <DrawingButtons controls={controls} chart={chart} />}
          <button
            type="button"
            className="button small"
            aria-label={`${isLarge ? 'Fold' : 'Unfold'} ${chart.id}`}
            title={isLarge ? 'Fold' : 'Unfold'}
            onClick={onResize}
          >
            <Icon name={isLarge ? 'shrink' : 'enlarge'} size={13} />
          </button>
        </span>
      </header>
      {hasWay && <Way {...way} isActive={(path) => isActive(moment, path)} />}
      <ChartCanvas
        chart={chart}
        views={views}
        moment={moment}
        title={chart.id}
        picked={picked}
        onPick={setPicked}
        controls={controls}
      />
      <PlainWords chart={chart} moment={moment} />
      {picked && <Meaning chart={chart} picked={picked} onClose={() => setPicked(null)} onOpen={onOpen} />}
    </section>
  );
}

/** Whoever looks at another part than the active one wants that part and not the whole. */
const viewsOf = ({ whole, folded, wide, all }: Chart, name: string, isPeek: boolean): ChartView[] => {
  const parts = [folded[name], wide[name]].filter((view) => view !== undefined);
  const views = whole === null || isPeek ? parts : [whole, ...parts];
  return views.length > 0 ? views : [all];
};

/** A machine with one stop has no way to show. */
const hasSeveralStops = ({ states }: Chart): boolean =>
  states.filter(({ path, kind }) => path !== '' && !path.includes('.') && kind !== 'final').length > 1;

interface ButtonsProps extends Pick<CardProps, 'chart'> {
  readonly controls: { readonly current: ChartControls | null };
}

function DrawingButtons({ controls, chart: { id } }: ButtonsProps) {
  const [copied, setCopied] = useState('');
  const copy = async () => {
    const drawn = controls.current?.drawn();
    const done = drawn ? await copyText(standaloneSvg(drawn.svg, drawn.view, id)) : false;
    setCopied(done ? 'Copied' : 'The browser did not allow it');
  };
  return (
    <>
      <SmallButton says={`Enlarge ${id}`} onClick={() => controls.current?.zoomBy(1.25)}>
        +
      </SmallButton>
      <SmallButton says={`Reduce ${id}`} onClick={() => controls.current?.zoomBy(0.8)}>
        −
      </SmallButton>
      <SmallButton says={`Fit ${id}`} onClick={() => controls.current?.fitAll()}>
        Fit
      </SmallButton>
      <SmallButton says={`Copy ${id} as SVG`} onClick={() => void copy()}>
        <Icon name={copied === 'Copied' ? 'check' : 'copy'} size={13} />
      </SmallButton>
      <span className="hidden" role="status">
        {copied}
      </span>
    </>
  );
}

interface SmallButtonProps {
  readonly says: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function SmallButton({ says, onClick, children }: SmallButtonProps) {
  return (
    <button type="button" className="button small" aria-label={says} title={says} onClick={onClick}>
      {children}
    </button>
  );
}
