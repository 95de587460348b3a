import { must } from '../../model/must.ts';
import { GATES, type Gate } from '../../model/fates.ts';
import { type BehaviourId, BEHAVIOURS } from '../../rulebook/evidence/behaviours.ts';
import { SOURCES, STRENGTH_MEANING } from '../../rulebook/evidence/sources.ts';
import { Icon } from '../parts/Icon.tsx';
import type { Chart, ChartState, ChartTransition } from './chart.ts';
import { plainState, plainTransition } from './plain-names.ts';
import { eventInWords, inWords, labelOf, orAtOnce, wayKey } from './words.ts';

/** What the person clicked on in a chart. */
export type Picked =
  | { readonly kind: 'state'; readonly path: string }
  | { readonly kind: 'transitions'; readonly of: readonly number[] };

interface MeaningProps {
  readonly chart: Chart;
  readonly picked: Picked;
  readonly onClose: () => void;
  /** Shows the chart of a child actor. */
  readonly onOpen: (actor: string) => void;
}

/** What a state or transition means, with the behaviours it shows and their sources. */
export function Meaning({ chart, picked, onClose, onOpen }: MeaningProps) {
  const state = picked.kind === 'state' ? chart.states.find(({ path }) => path === picked.path) : undefined;
  const ways =
    picked.kind === 'transitions'
      ? picked.of.map((index) => must(chart.transitions[index], `transition ${index}`))
      : [];
  return (
    <aside className="meaning scrolls" aria-label="Meaning">
      <button type="button" className="button bare small" aria-label="Close" onClick={onClose}>
        <Icon name="close" size={14} />
      </button>
      {state && <StateMeaning chart={chart} state={state} onOpen={onOpen} />}
      {ways.map((way) => (
        <WayMeaning key={wayKey(way)} chart={chart} way={way} />
      ))}
    </aside>
  );
}

function StateMeaning({
  chart,
  state,
  onOpen,
}: {
  readonly chart: Chart;
  readonly state: ChartState;
  readonly onOpen: (actor: string) => void;
}) {
  const { path, says, gate, shows, runs } = state;
  const leaving = chart.transitions.filter(({ source }) => source === path);
  return (
    <>
      <h3 className="mono">{path}</h3>
      <p>{plainState(chart.id, state)}.</p>
      {says === null && <p className="quiet">{passing(state)}</p>}
      <dl>
        {gate !== null && (
          <>
            <dt>Gate</dt>
            <dd>
              {GATES[gate as Gate].title}: {GATES[gate as Gate].asks}
            </dd>
          </>
        )}
        {runs.map((actor) => (
          <div key={actor}>
            <dt>Runs</dt>
            <dd>
              <button type="button" className="chip mono" onClick={() => onOpen(actor)}>
                {actor}
              </button>
            </dd>
          </div>
        ))}
        {leaving.length > 0 && (
          <>
            <dt>Leaves on</dt>
            <dd>
              {leaving.map((way) => (
                <code key={wayKey(way)}>{labelOf(way)}</code>
              ))}
            </dd>
          </>
        )}
      </dl>
      <Behaviours ids={shows} />
    </>
  );
}

/** A state without words of its own: it is passed through, or it only groups others. */
function passing({ kind }: ChartState): string {
  if (kind === 'final') return 'An end: nothing leaves it.';
  return kind === 'atomic'
    ? 'Passed through at once: the first way whose guard agrees is taken.'
    : 'Groups the states inside it.';
}

function WayMeaning({ chart, way }: { readonly chart: Chart; readonly way: ChartTransition }) {
  const { source, target, event, guard, otherwise, actions } = way;
  const shows = must(
    chart.states.find(({ path }) => path === (target ?? source)),
    'the state of a transition',
  ).shows;
  const says = chart.states.find(({ path }) => path === target)?.says;
  return (
    <section>
      <h3 className="mono">{orAtOnce(eventInWords(event))}</h3>
      <p>{plainTransition(chart.id, way)}.</p>
      <p className="mono">
        {source || chart.id} → {target ?? 'stays'}
      </p>
      {says && <p>{says}</p>}
      <dl>
        {(guard !== null || otherwise) && (
          <>
            <dt>Only when</dt>
            <dd>{guard === null ? 'nothing before it applied' : inWords(guard)}</dd>
          </>
        )}
        {actions.length > 0 && (
          <>
            <dt>Does</dt>
            <dd>{actions.map(inWords).join(', ')}</dd>
          </>
        )}
      </dl>
      <Behaviours ids={shows} />
    </section>
  );
}

function Behaviours({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return <p className="quiet">No documented behaviour is tied to this.</p>;
  return (
    <ul>
      {ids.map((id) => {
        const { says, source } = BEHAVIOURS[id as BehaviourId];
        const { title, strength } = SOURCES[source];
        return (
          <li key={id}>
            <span className="tag">{id}</span> {says}
            <span className="quiet">
              {' '}
              {title}; {STRENGTH_MEANING[strength]}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
