import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { OUTCOMES, type Outcome } from '../../model/fates.ts';
import { ACCEPTED_ORIGINS } from '../../report/loopback.ts';
import { Icon } from '../parts/Icon.tsx';
import { ActorTree, ChosenActor } from './ActorTree.tsx';
import type { WatchSnapshot, WatchStore } from './connection.ts';
import { HowTo } from './HowTo.tsx';
import type { Opener } from './opener.ts';
import type { RefusedProgram } from './programs.ts';
import { WatchLog } from './WatchLog.tsx';
import { WatchSequence } from './WatchSequence.tsx';
import type { Watched } from './watched.ts';
import '../parts/full-sheet.css';
import './watch.css';

interface SheetProps {
  readonly store: WatchStore;
  readonly onClose: () => void;
  /** Opens the scenario of a run of ours in the page. */
  readonly onOpen: (name: string, text: string) => void;
}

const LINK: Readonly<Record<WatchSnapshot['state'], string>> = {
  off: 'not connected',
  connecting: 'connecting',
  open: 'connected to the local server',
  lost: 'the local server is gone; trying again',
  full: 'the local server has no place for this page; close another one',
};

/** Programs that tell of their actors: a tree with the active states, every event, and the sequence between actors. */
export function WatchSheet({ store, onClose, onOpen }: SheetProps) {
  const { state, programs, refused, opener } = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const [asks, setAsks] = useState(false);
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = sheet;
    if (current && !current.open) current.showModal();
    return () => current?.close();
  }, []);
  const shown = programs.all.find(({ id }) => id === programs.selected) ?? programs.all.at(-1);
  return (
    <dialog ref={sheet} className="full-sheet watch-sheet" aria-label="Watched programs" onClose={onClose}>
      <header>
        <h2>Watching</h2>
        <span className="quiet" role="status">
          {LINK[state]}
        </span>
        <ul className="line-up programs">
          {programs.all.map((program) => (
            <li key={program.id}>
              <ProgramChip program={program} shown={program === shown} onClick={() => store.select(program.id)} />
            </li>
          ))}
        </ul>
        {shown && (
          <button type="button" className="button small" aria-pressed={asks} onClick={() => setAsks(!asks)}>
            How to
          </button>
        )}
        <button type="button" className="button small" onClick={onClose}>
          <Icon name="close" size={13} /> Close
        </button>
      </header>
      <Door refused={refused} opener={opener} />
      {shown && !asks ? (
        <Program key={shown.id} watched={shown} onOpen={onOpen} />
      ) : (
        <>
          {!shown && <p>No program tells anything yet.</p>}
          <HowTo />
        </>
      )}
    </dialog>
  );
}

interface ChipProps {
  readonly program: Watched;
  readonly shown: boolean;
  readonly onClick: () => void;
}

function ProgramChip({ program: { title, connected, why }, shown, onClick }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={shown} title={why} onClick={onClick}>
      <bdi className="clip">{title}</bdi> <span className="quiet">{connected ? 'running' : 'ended'}</span>
    </button>
  );
}

/** Who is at the door and was not let in, and why. */
function Door({ refused, opener }: { readonly refused: readonly RefusedProgram[]; readonly opener: Opener }) {
  return (
    <>
      {opener.is === 'foreign' && (
        <p className="door">
          <bdi className="mono">{opener.origin}</bdi> opened this window. It is not listened to; accepted:{' '}
          {ACCEPTED_ORIGINS}.
        </p>
      )}
      {opener.is === 'nameless' && (
        <p className="door">
          The page that opened this window does not say who it is (its referrer policy hides that), so it is not
          listened to. createWebSocketInspector works from there.
        </p>
      )}
      {opener.is === 'local' && (
        <p className="quiet">
          Opened by <bdi className="mono">{opener.origin}</bdi>
        </p>
      )}
      {refused.map(({ who, why }) => (
        <p key={who} className="door">
          Refused: <bdi>{who}</bdi> ({why}).
        </p>
      ))}
    </>
  );
}

function Program({ watched, onOpen }: { readonly watched: Watched; readonly onOpen: SheetProps['onOpen'] }) {
  const [actor, setActor] = useState<string | null>(null);
  const [part, setPart] = useState<'sequence' | 'log'>('sequence');
  const { log, forgotten, connected, why } = watched;
  return (
    <div className="watch-body">
      <div className="card actor-tree">
        <ActorTree watched={watched} selected={actor} onSelect={setActor} />
        <ChosenActor actor={actor === null ? undefined : watched.actors.get(actor)} />
        <OurRun watched={watched} onOpen={onOpen} />
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
            {log.length + forgotten === 1 ? '1 entry' : `${log.length + forgotten} entries`}
            {forgotten > 0 && `, the first ${forgotten} no longer kept`}
            {!connected && why !== '' && `. Ended: ${why}`}
          </span>
        </header>
        {part === 'sequence' ? <WatchSequence watched={watched} /> : <WatchLog watched={watched} only={actor} />}
      </div>
    </div>
  );
}

/** A run of ours can be stepped through here. */
function OurRun({ watched: { scenario, ended }, onOpen }: Parameters<typeof Program>[0]) {
  if (!scenario) return null;
  return (
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
  );
}
