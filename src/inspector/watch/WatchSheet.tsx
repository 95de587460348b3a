import { useMemo, useState, useSyncExternalStore } from 'react';
import { OUTCOMES, type Outcome } from '../../model/fates.ts';
import { SequenceList } from '../messages/SequenceList.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { WatchStore } from './connection.ts';
import { WatchLog } from './WatchLog.tsx';
import { sequenceOfWatched, treeOf, type Watched, type WatchedActor } from './watched.ts';
import './watch.css';

interface SheetProps {
  readonly store: WatchStore;
  readonly onClose: () => void;
  /** Opens the scenario of a run of ours in the page. */
  readonly onOpen: (name: string, text: string) => void;
}

/** Programs that tell of their actors: a tree with the active states, every event, and the sequence between actors. */
export function WatchSheet({ store, onClose, onOpen }: SheetProps) {
  const { state, programs, selected } = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const shown = programs.find(({ id }) => id === selected) ?? programs.at(-1);
  return (
    <section className="watch-sheet" aria-label="Watched programs">
      <header>
        <h2>Watching</h2>
        <span className="quiet">
          {state === 'open'
            ? 'connected to the local server'
            : state === 'lost'
              ? 'the local server is gone; trying again'
              : 'connecting'}
        </span>
        <ul className="line-up programs">
          {programs.map(({ id, title, connected }) => (
            <li key={id}>
              <button type="button" className="chip" aria-pressed={id === shown?.id} onClick={() => store.select(id)}>
                <bdi className="clip">{title}</bdi> <span className="quiet">{connected ? 'running' : 'ended'}</span>
              </button>
            </li>
          ))}
        </ul>
        <button type="button" className="button small" onClick={onClose}>
          <Icon name="close" size={13} /> Close
        </button>
      </header>
      {shown ? <Program watched={shown} onOpen={onOpen} /> : <HowTo />}
    </section>
  );
}

function HowTo() {
  const address = `ws://${location.host}/inspect`;
  return (
    <div className="card watch-how stack">
      <p>No program tells anything yet. Two ways to change that:</p>
      <p>
        A run from the command line: <code>npx restore-sim run FILE --inspect</code>
      </p>
      <p>
        Any program with XState 5: <code>{`createWebSocketInspector({ url: '${address}' })`}</code> of{' '}
        <code>@statelyai/inspect</code>, or <code>{`createBrowserInspector({ url: '${location.origin}/watch' })`}</code>
      </p>
    </div>
  );
}

function Program({ watched, onOpen }: { readonly watched: Watched; readonly onOpen: SheetProps['onOpen'] }) {
  const [actor, setActor] = useState<string | null>(null);
  const [part, setPart] = useState<'sequence' | 'log'>('sequence');
  const sequence = useMemo(() => sequenceOfWatched(watched), [watched]);
  const tree = useMemo(() => treeOf(watched.actors), [watched.actors]);
  const { scenario, ended, forgotten } = watched;
  return (
    <div className="watch-body">
      <div className="card actor-tree">
        <h3>{`${watched.actors.size} actors`}</h3>
        <ul className="scrolls">
          {tree.map(({ actor: row, depth }) => (
            <ActorRow key={row.id} actor={row} depth={depth} selected={row.id === actor} onSelect={setActor} />
          ))}
        </ul>
        <Chosen actor={actor === null ? undefined : watched.actors.get(actor)} />
        {scenario && (
          <footer className="stack">
            {ended && (
              <p>
                {`${OUTCOMES[ended.outcome as Outcome]?.word ?? ended.outcome}. Journal `}
                <code>{ended.fingerprints.journal.slice(0, 12)}</code>
              </p>
            )}
            {scenario.text !== '' && (
              <button type="button" className="button small" onClick={() => onOpen(scenario.name, scenario.text)}>
                Step through this run here
              </button>
            )}
          </footer>
        )}
      </div>
      <div className="card watch-main">
        <header>
          <span className="tabs" role="tablist" aria-label="What is shown">
            {(['sequence', 'log'] as const).map((name) => (
              <button key={name} type="button" role="tab" aria-selected={part === name} onClick={() => setPart(name)}>
                {name === 'log' ? 'Event log' : 'Sequence'}
              </button>
            ))}
          </span>
          <span className="quiet">
            {`${watched.log.length + forgotten} ` +
              `entries${forgotten > 0 ? `, the first ${forgotten} no longer kept` : ''}`}
          </span>
        </header>
        {part === 'sequence' ? (
          <SequenceList sequence={sequence} shown={sequence.rows.length} step={sequence.rows.at(-1)?.step ?? null} />
        ) : (
          <WatchLog watched={watched} only={actor} />
        )}
      </div>
    </div>
  );
}

interface RowProps {
  readonly actor: WatchedActor;
  readonly depth: number;
  readonly selected: boolean;
  readonly onSelect: (id: string | null) => void;
}

function ActorRow({ actor: { id, name, status, states }, depth, selected, onSelect }: RowProps) {
  return (
    <li style={{ paddingInlineStart: Math.min(depth, 8) * 16 }}>
      <button
        type="button"
        className={`actor ${status === 'active' ? 'running' : 'over'}`}
        aria-pressed={selected}
        onClick={() => onSelect(selected ? null : id)}
      >
        <bdi className="mono name">{name}</bdi>
        <span className="states">
          {states.map((state) => (
            <bdi key={state} className="tag">
              {state}
            </bdi>
          ))}
          {status !== 'active' && <span className="quiet">{status}</span>}
        </span>
      </button>
    </li>
  );
}

function Chosen({ actor }: { readonly actor: WatchedActor | undefined }) {
  if (!actor || actor.context === '') return null;
  return (
    <div className="chosen scrolls">
      <h3>
        Context of <bdi>{actor.name}</bdi>
      </h3>
      <pre className="mono">{actor.context}</pre>
    </div>
  );
}
