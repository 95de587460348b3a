import { useMemo, useRef } from 'react';
import { useRowHeight } from '../parts/use-row-height.ts';
import { useRows } from '../parts/use-rows.ts';
import { treeOf, type TreeRow } from './actor-tree.ts';
import { nameOf, type Watched, type WatchedActor } from './watched.ts';

interface TreeProps {
  readonly watched: Watched;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

const MAX_INDENT = 8;

/** The actors of a program, each with its active states. Only the rows in sight are drawn. */
export function ActorTree({ watched, selected, onSelect }: TreeProps) {
  const host = useRef<HTMLDivElement>(null);
  const { actors } = watched;
  const rows = useMemo(() => treeOf(actors), [actors]);
  const size = useRowHeight('--actor-row');
  const { inSight, height } = useRows({ count: rows.length, scroller: host, row: size });
  return (
    <>
      <h3>{headingOf(watched)}</h3>
      {watched.missed > 0 && <p className="quiet notice">{`${watched.missed} earlier messages are no longer kept.`}</p>}
      <div ref={host} className="actors scrolls" role="region" aria-label="Actors">
        <ul style={{ height }}>
          {inSight.map(({ index, start }) => {
            const row = rows[index];
            return row ? (
              <ActorRow
                key={row.actor.id}
                row={row}
                top={start}
                height={size}
                selected={row.actor.id === selected}
                onSelect={onSelect}
              />
            ) : null;
          })}
        </ul>
      </div>
    </>
  );
}

function headingOf({ actors, met }: Watched): string {
  if (met > actors.size) return `${actors.size} of ${met} actors`;
  return actors.size === 1 ? '1 actor' : `${actors.size} actors`;
}

interface RowProps {
  readonly row: TreeRow;
  readonly top: number;
  readonly height: number;
  readonly selected: boolean;
  readonly onSelect: TreeProps['onSelect'];
}

function ActorRow({ row: { actor, depth }, top, height, selected, onSelect }: RowProps) {
  const { id, status, states } = actor;
  const indent = Math.min(depth, MAX_INDENT) * 16;
  return (
    <li style={{ transform: `translateY(${top}px)`, height, paddingInlineStart: indent }}>
      <button
        type="button"
        className={`actor ${status === 'active' ? 'running' : 'over'}`}
        aria-pressed={selected}
        title={[nameOf(actor), ...states].join('\n')}
        onClick={() => onSelect(selected ? null : id)}
      >
        <bdi className="mono name">{nameOf(actor)}</bdi>
        <span className="states">
          {status !== 'active' && <span className={status === 'error' ? 'tag now' : 'quiet'}>{status}</span>}
          {states.slice(0, MAX_TAGS).map((state) => (
            <bdi key={state} className="tag">
              {state}
            </bdi>
          ))}
        </span>
      </button>
    </li>
  );
}

/** More states than fit stand below the tree, when the actor is chosen. */
const MAX_TAGS = 6;

/** All that is known of the actor that is chosen. */
export function ChosenActor({ actor }: { readonly actor: WatchedActor | undefined }) {
  if (!actor) return null;
  const { states, status, result, context } = actor;
  return (
    <div className="chosen scrolls">
      <h3>
        <bdi>{nameOf(actor)}</bdi>
      </h3>
      {states.length > 0 && (
        <p>
          {'In '}
          <bdi className="mono">{states.join(', ')}</bdi>
        </p>
      )}
      {status === 'error' && result === '' && <p>It failed; the program did not pass on the reason.</p>}
      {result !== '' && <Json says={status === 'error' ? 'Error' : 'Output'} json={result} />}
      {context !== '' && <Json says="Context" json={context} />}
    </div>
  );
}

function Json({ says, json }: { readonly says: string; readonly json: string }) {
  const text = useMemo(() => indented(json), [json]);
  return (
    <>
      <h4>{says}</h4>
      <pre className="mono">{text}</pre>
    </>
  );
}

/** One that was cut off is no JSON any more and stays as it is. */
function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
