import { useEffect, useRef } from 'react';
import type { ChartState } from './chart.ts';

interface WayProps {
  readonly states: readonly ChartState[];
  readonly active: string;
  readonly shown: string;
  readonly isActive: (path: string) => boolean;
  readonly hasVisited: (path: string) => boolean;
  readonly onShow: (path: string) => void;
}

/**
 * The outermost states of a folded chart in their order: visited ones ticked, the active one filled; a click opens
 * one.
 */
export function Way({ states, active, shown, isActive, hasVisited, onShow }: WayProps) {
  const outer = states.filter(({ path }) => path !== '' && !path.includes('.'));
  const ends = outer.filter(({ kind }) => kind === 'final');
  const end = ends.find(({ path }) => path === active);
  const strip = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const { current } = strip;
    const now = current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(active)}"]`);
    if (current && now) current.scrollLeft = now.offsetLeft - current.offsetLeft - current.clientWidth / 3;
  }, [active]);
  return (
    <ol ref={strip} className="way-strip">
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
      data-path={path}
      onClick={() => onShow(path)}
    >
      {visited && !now && <span aria-hidden="true">✓ </span>}
      {name}
      <span className="hidden">{now ? ', active' : visited ? ', visited' : ''}</span>
    </button>
  );
}
