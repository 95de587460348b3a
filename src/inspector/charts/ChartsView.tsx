import { cellOf } from '../../model/optional.ts';
import { CONNECTION_PATH, RESTORE_PATH, ROOT_PATH, SYNC_PATH } from '../../run/actor-paths.ts';
import { CHARTS } from 'virtual:charts';
import { useState } from 'react';
import type { ActorStates } from '../../run/standing.ts';
import type { Frame } from '../../stepping/frame.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import type { Chart } from './chart.ts';
import { ChartCard } from './ChartCard.tsx';
import { hasVisited, chartMomentOf } from './moment.ts';
import { usePossible } from './use-possible.ts';
import './charts.css';
import './meaning.css';

const chartOf = (id: string): Chart => {
  const chart = CHARTS.find((candidate) => candidate.id === id);
  if (!chart) throw new Error(`There is no chart of ${id}.`);
  return chart;
};

/** Every actor as a chart of its own: the restore, the stage that it runs now, and sync, which belongs to neither. */
export function ChartsView({ store }: ViewProps) {
  const { frame, recording, position } = useStory(store, 'frame', 'recording', 'position');
  const events = usePossible(store, frame);
  const [large, setLarge] = useState<Place | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const stage = chosen ?? stageOf(frame);
  const card = (place: Place, actor: string, id: string) => ({
    chart: chartOf(id),
    moment: chartMomentOf(chartOf(id), actor, frame, events),
    hasVisited: (state: string) => hasVisited(recording, position, actor, state),
    onOpen: setChosen,
    isLarge: large === place,
    isMain: place === 'restore',
    onResize: () => setLarge(large === place ? null : place),
  });
  const isShown = (place: Place) => large === null || large === place;
  return (
    <div className={`charts${large === null ? '' : ' unfolded'}`}>
      {isShown('restore') && (
        <ChartCard
          {...card('restore', RESTORE_PATH, 'restore')}
          about={<span className="mono quiet">{RESTORE_PATH}</span>}
        />
      )}
      {isShown('stage') && (
        <ChartCard
          key={stage}
          {...card('stage', pathOf(stage), stage)}
          about={<StagePicker frame={frame} stage={stage} chosen={chosen} onChoose={setChosen} />}
        />
      )}
      {isShown('sync') && <ChartCard {...card('sync', SYNC_PATH, 'icloudSync')} sync about="on its own" />}
    </div>
  );
}

/** The three cards; one of them can take the room of the others. */
type Place = 'restore' | 'stage' | 'sync';

/** Actors that stand beside the restore, by the names of their charts. */
const BESIDE: Readonly<Record<string, string>> = { simulation: ROOT_PATH, connection: CONNECTION_PATH };
const pathOf = (id: string): string => BESIDE[id] ?? `${RESTORE_PATH}/${id}`;

/** The stage that runs, or the last one that did; before the first one, the simulation itself. */
function stageOf(frame: Frame): string {
  return lastStage(frame.actors) ?? lastStage(frame.ended) ?? 'simulation';
}

const lastStage = (states: ActorStates): string | undefined =>
  Object.keys(states)
    .findLast((path) => path.startsWith(`${RESTORE_PATH}/`))
    ?.slice(RESTORE_PATH.length + 1);

interface PickerProps {
  readonly frame: Frame;
  readonly stage: string;
  readonly chosen: string | null;
  readonly onChoose: (stage: string | null) => void;
}

function StagePicker({ frame, stage, chosen, onChoose }: PickerProps) {
  const others = CHARTS.filter(({ id }) => id !== 'restore' && id !== 'icloudSync');
  return (
    <select
      className="select"
      aria-label="Actor in this card"
      value={cellOf(chosen)}
      onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{chosen === null ? standingOf(frame.actors, stage) : 'follow the restore'}</option>
      {others.map(({ id }) => (
        <option key={id} value={id}>
          {id}
        </option>
      ))}
    </select>
  );
}

function standingOf(actors: Readonly<Record<string, unknown>>, stage: string): string {
  if (stage === 'simulation') return 'parent of all';
  if (stage in BESIDE) return 'beside the restore';
  return pathOf(stage) in actors ? 'child of restore' : 'child of restore, ended';
}
