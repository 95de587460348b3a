import { type KeyboardEvent, useRef, useState, useSyncExternalStore } from 'react';
import type { BehaviourId } from '../../rulebook/evidence/behaviours.ts';
import { MyCasesList } from '../intake/MyCasesList.tsx';
import { pickFile } from '../opening/pick-file.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { Session } from '../state/session.ts';
import type { Showing } from './catalogue.ts';
import { Hits } from './Hits.tsx';
import { seenBehaviours } from './seen.ts';
import { Shelves } from './Shelves.tsx';
import { SYLLABUS } from './syllabus.ts';
import { SyllabusSheet } from './SyllabusSheet.tsx';
import { useShelf } from './use-catalogue.ts';
import './library.css';

const PARTS = { scenarios: 'Scenarios', syllabus: 'Syllabus', cases: 'My cases' } as const;
type LibraryPart = keyof typeof PARTS;
const PART_ORDER = Object.keys(PARTS) as readonly LibraryPart[];

interface LibrarySheetProps {
  readonly session: Session;
  readonly onClose: () => void;
  /** The cards of what is open now are wanted. */
  readonly onChangeCase: () => void;
  /** A customer’s backup is wanted. */
  readonly onBackup: () => void;
}

/** All scenarios: twelve to begin with, the rest by theme, a search over all that they hold, and the syllabus. */
export function LibrarySheet({ session, onClose, onChangeCase, onBackup }: LibrarySheetProps) {
  const { listed, source, store } = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const [part, setPart] = useState<LibraryPart>('scenarios');
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const { shelf, isMissing } = useShelf(session, listed);
  const isAsked = query.trim() !== '';
  const current = source !== null && 'id' in source ? source.id : null;
  const open = (id: string) => {
    void session.openListed(id);
    onClose();
  };
  const show = (behaviour: BehaviourId, { id, step }: Showing) => {
    const { view } = SYLLABUS[behaviour];
    seenBehaviours.add(behaviour);
    const machinery = store?.picked.getSnapshot().machinery === true;
    void session.follow(`#s=${id}&p=${step}${view === undefined ? '' : `&v=${view}`}${machinery ? '&m=1' : ''}`);
    onClose();
  };
  const ownFile = async () => {
    if (await pickFile(session)) onClose();
  };
  return (
    <Dialog title="Library" onClose={onClose}>
      <div className="library-sheet" onKeyDown={(event) => move(event, list.current)} role="presentation">
        <div className="library-tools">
          <PartTabs shown={part} onShow={setPart} />
          {part === 'scenarios' && (
            <label className="field">
              <Icon name="search" size={14} />
              <span className="hidden">Search scenarios</span>
              <input
                type="search"
                data-first
                placeholder="For example: contacts missing"
                value={query}
                maxLength={200}
                onChange={(event) => setQuery(event.target.value)}
              />
            </label>
          )}
          <button type="button" className="button" onClick={() => void ownFile()}>
            <Icon name="file" /> Open a file
          </button>
          <button type="button" className="button" onClick={onBackup}>
            <Icon name="box" /> Open a backup
          </button>
        </div>
        <div
          className="library scrolls"
          id="library-part"
          role="tabpanel"
          aria-labelledby={`library-${part}`}
          tabIndex={-1}
          ref={list}
        >
          {part === 'syllabus' && shelf && <SyllabusSheet catalogue={shelf.catalogue} listed={listed} onShow={show} />}
          {part === 'cases' && <MyCasesList session={session} onOpened={onClose} onChange={onChangeCase} />}
          {part === 'scenarios' &&
            (shelf && isAsked ? (
              <Hits query={query} shelf={shelf} listed={listed} current={current} onOpen={open} />
            ) : isAsked && !isMissing ? (
              // Not the whole list: an arrow and Enter would open what nobody looked for.
              <p className="quiet" role="status">
                Getting ready to search …
              </p>
            ) : (
              <Shelves listed={listed} catalogue={shelf?.catalogue} current={current} onOpen={open} />
            ))}
          {isMissing && (
            <p role="alert">
              The page’s own list of what the scenarios show could not be read, so nothing can be searched.
            </p>
          )}
          {listed.length === 0 && <p className="quiet">No scenario lies beside this page.</p>}
        </div>
        <p className="quiet">You can also drop a scenario file, or the folder of a backup, anywhere on the page.</p>
      </div>
    </Dialog>
  );
}

function PartTabs({ shown, onShow }: { readonly shown: LibraryPart; readonly onShow: (part: LibraryPart) => void }) {
  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = PART_ORDER[(PART_ORDER.indexOf(shown) + by + PART_ORDER.length) % PART_ORDER.length] ?? shown;
    onShow(next);
    event.currentTarget.querySelector<HTMLElement>(`#library-${next}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label="Parts of the library" tabIndex={-1} onKeyDown={step}>
      {PART_ORDER.map((part) => (
        <button
          key={part}
          type="button"
          role="tab"
          id={`library-${part}`}
          aria-selected={part === shown}
          aria-controls="library-part"
          tabIndex={part === shown ? 0 : -1}
          onClick={() => onShow(part)}
        >
          {PARTS[part]}
        </button>
      ))}
    </div>
  );
}

/** Up and down go from the field into the list and through it. */
function move(event: KeyboardEvent, list: HTMLElement | null): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.defaultPrevented || !list) return;
  event.preventDefault();
  const stops = [...list.querySelectorAll<HTMLElement>('button, summary')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + by))]?.focus();
}
