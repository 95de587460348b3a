import type { ChartState } from './chart.ts';

interface WayProps {
  readonly states: readonly ChartState[];
  readonly active: string;
  readonly shown: string;
  readonly isActive: (path: string) => boolean;
  readonly hasVisited: (path: string) => boolean;
  readonly onShow: (path: string) => void;
}

/** The same as a list to choose from, where there is no room for the strip. */
export function WayChoice({ states, active, shown, hasVisited, onShow }: Omit<WayProps, 'isActive'>) {
  return (
    <select
      className="select way-choice"
      aria-label="Part of the chart"
      value={shown}
      onChange={(event) => onShow(event.target.value)}
    >
      {outermostOf(states)
        .filter(({ path, kind }) => kind !== 'final' || path === active || path === shown)
        .map(({ path, name }) => (
          <option key={path} value={path}>
            {`${hasVisited(path) && path !== active ? '✓ ' : ''}${name}${path === active ? ', active' : ''}`}
          </option>
        ))}
    </select>
  );
}

const outermostOf = (states: readonly ChartState[]): readonly ChartState[] =>
  states.filter(({ path }) => path !== '' && !path.includes('.'));

/**
 * The outermost states of a folded chart in their order: visited ones ticked, the active one filled; a click opens
 * one.
 */
export function Way({ states, active, shown, isActive, hasVisited, onShow }: WayProps) {
  const outer = outermostOf(states);
  const ends = outer.filter(({ kind }) => kind === 'final');
  const end = ends.find(({ path }) => path === active);
  return (
    <ol className="way-strip">
      {outer
        .filter(({ kind }) => kind !== 'final')
        .map((state) => (
          <li key={state.path}>
            <Stop
              state={state}
              shown={shown}
              now={isActive(state.path)}
              visited={hasVisited(state.path)}
              onShow={onShow}
            />
          </li>
        ))}
      <li>
        {end ? (
          <Stop state={end} shown={shown} now visited onShow={onShow} />
        ) : (
          ends.length > 0 && (
            <span className="quiet">then {ends.length === 1 ? 'the end' : `one of ${ends.length} ends`}</span>
          )
        )}
      </li>
    </ol>
  );
}

interface StopProps {
  readonly state: ChartState;
  readonly shown: string;
  readonly now: boolean;
  readonly visited: boolean;
  readonly onShow: (path: string) => void;
}

function Stop({ state: { path, name }, shown, now, visited, onShow }: StopProps) {
  return (
    <button
      type="button"
      className={`stop${now ? ' now' : visited ? ' visited' : ''}`}
      aria-pressed={shown === path}
      onClick={() => onShow(path)}
    >
      {visited && !now && <span aria-hidden="true">✓ </span>}
      {name}
      <span className="hidden">{now ? ', active' : visited ? ', visited' : ''}</span>
    </button>
  );
}
