import type { Chart } from './chart.ts';
import type { Moment } from './moment.ts';
import { plainMachine, plainState, plainTransition } from './plain-names.ts';
import { must } from '../../model/must.ts';
import { labelOf } from './words.ts';
import './plain-words.css';

/** The chart in plain words beside its own: where it stands, what was just taken, what may come. */
export function PlainWords({ chart, moment }: { readonly chart: Chart; readonly moment: Moment }) {
  const states = chart.states.filter(({ path }) => moment.leaves.includes(path));
  const of = (indexes: Iterable<number>) =>
    [...indexes].map((index) => must(chart.transitions[index], `transition ${index}`));
  return (
    <dl className="plain-words scrolls" tabIndex={0} aria-label={`In plain words: ${plainMachine(chart.id)}`}>
      {states.map((state) => (
        <div key={state.path} className="is">
          <dt>{state.name}</dt>
          <dd>{plainState(chart.id, state)}</dd>
        </div>
      ))}
      {of(moment.taken.keys()).map((way) => (
        <div key={`${way.name} ${way.guard}`} className="was">
          <dt>{labelOf(way)}</dt>
          <dd>{plainTransition(chart.id, way)}</dd>
        </div>
      ))}
      {of(moment.possible).map((way) => (
        <div key={`${way.name} ${way.guard}`} className="may">
          <dt>{labelOf(way)}</dt>
          <dd>{plainTransition(chart.id, way)}</dd>
        </div>
      ))}
    </dl>
  );
}
