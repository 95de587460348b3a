import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Phone } from '../phone/Phone.tsx';
import type { ViewProps } from '../state/use-story.ts';
import { FateRibbon } from './FateRibbon.tsx';
import { NotesWindow } from './NotesWindow.tsx';
import { SceneStage, spokenScene } from './SceneStage.tsx';
import { SceneStrip } from './SceneStrip.tsx';
import { useTelling } from './telling.ts';
import { CLASS_KEYS, useClassKeys } from './use-class-keys.ts';
import { useFullScreen } from './use-full-screen.ts';
import { useNotesWindow } from './use-notes-window.ts';
import { useShow } from './use-show.ts';
import { useLiveState } from './use-live-state.ts';
import './class-mode.css';

/** The story for a room: the phone at full height, one thing at a time beside it, and a clicker to go on. */
export function ClassMode({ store, onClose }: ViewProps & { readonly onClose: () => void }) {
  const show = useShow(store);
  const telling = useTelling({ store });
  const notes = useNotesWindow();
  const screen = useFullScreen(onClose);
  const blank = useLiveState(false);
  const list = useLiveState(false);
  const openNotes = () => {
    screen.expectToLose();
    notes.open();
  };
  const leave = () => (list.now.current ? list.set(false) : onClose());
  const typed = useClassKeys({ show, blank, list, notes: openNotes, fullScreen: screen.toggle, leave }, [
    window,
    notes.window,
  ]);
  const cover = useAlone();
  return (
    <div ref={cover} className="class-mode" role="dialog" aria-modal="true" aria-label="Class mode">
      <div className="stage-grid" inert={blank.value}>
        <ClassPhone store={store} />
        <header className="case-line">
          <p className="clip">
            <bdi>{telling.scenario.title.slice(0, 200)}</bdi>
          </p>
          <ClassTools
            isBlocked={notes.isBlocked}
            onBlank={() => blank.set(true)}
            onNotes={openNotes}
            onFullScreen={screen.toggle}
            onKeys={() => list.set(true)}
            onLeave={onClose}
          />
        </header>
        <div className="scene scrolls" tabIndex={0} role="group" aria-label="The scene">
          <SceneStage store={store} show={show} telling={telling} />
        </div>
        <FateRibbon store={store} />
        <footer className="class-controls">
          <button
            type="button"
            className="button turn"
            aria-disabled={show.isFirst}
            onClick={() => !show.isFirst && show.back()}
          >
            <Icon name="previous" size={22} /> Back
          </button>
          <SceneStrip show={show} telling={telling} typed={typed} />
          <button
            type="button"
            data-first
            className="button main turn"
            aria-disabled={show.isLast}
            onClick={() => !show.isLast && show.next()}
          >
            Next <Icon name="next" size={22} />
          </button>
        </footer>
      </div>
      {blank.value && (
        <button type="button" className="blank" aria-label="Show the scene again" onClick={() => blank.set(false)} />
      )}
      <p className="hidden" role="status">
        {blank.value ? 'The screen is blank.' : spokenScene(show, telling)}
      </p>
      {list.value && (
        <Dialog title="Keys in class mode" onClose={() => list.set(false)}>
          <ClassKeyList />
        </Dialog>
      )}
      {notes.window && <NotesWindow window={notes.window} store={store} show={show} telling={telling} />}
    </div>
  );
}

/** The phone at its own proportions; `.phone-column` is 240 by 482 before it grows. */
const PHONE = { width: 240, height: 482, edge: 32, mostOfWidth: 0.34, small: 1.05 } as const;

/** To be looked at: a tap by mistake would leave the story in front of the class. */
function ClassPhone({ store }: ViewProps) {
  const [zoom, setZoom] = useState(zoomNow);
  useEffect(() => {
    const follow = () => setZoom(zoomNow());
    window.addEventListener('resize', follow);
    return () => window.removeEventListener('resize', follow);
  }, []);
  return (
    <div className="phone-column" style={{ zoom: String(zoom), '--zoom': zoom } as CSSProperties} inert>
      <Phone store={store} />
    </div>
  );
}

function zoomNow(): number {
  if (innerWidth <= 700) return PHONE.small;
  return Math.min((innerHeight - PHONE.edge) / PHONE.height, (innerWidth * PHONE.mostOfWidth) / PHONE.width);
}

interface ToolsProps {
  readonly isBlocked: boolean;
  readonly onBlank: () => void;
  readonly onNotes: () => void;
  readonly onFullScreen: () => void;
  readonly onKeys: () => void;
  readonly onLeave: () => void;
}

function ClassTools({ isBlocked, onBlank, onNotes, onFullScreen, onKeys, onLeave }: ToolsProps) {
  return (
    <div className="class-tools">
      {isBlocked && (
        <p role="alert" className="blocked">
          The browser did not allow the second window.
        </p>
      )}
      <button type="button" className="button" onClick={onNotes}>
        Notes
      </button>
      <button type="button" className="button square" aria-label="Blank the screen" title="Blank (b)" onClick={onBlank}>
        <Icon name="moon" size={20} />
      </button>
      <button
        type="button"
        className="button square"
        aria-label="Full screen, on or off"
        title="Full screen (f)"
        onClick={onFullScreen}
      >
        <Icon name="full" size={20} />
      </button>
      <button type="button" className="button square" aria-label="Keys" title="Keys (?)" onClick={onKeys}>
        <b aria-hidden="true">?</b>
      </button>
      <button
        type="button"
        className="button square"
        aria-label="Back to the workbench"
        title="Back to the workbench (Esc)"
        onClick={onLeave}
      >
        <Icon name="close" size={20} />
      </button>
    </div>
  );
}

function ClassKeyList() {
  return (
    <dl className="class-keys">
      {CLASS_KEYS.map(({ shown, says }) => (
        <div key={says}>
          <dt>
            {shown.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
      <div>
        <dt>
          <kbd>1 2</kbd> <kbd>Enter</kbd>
        </dt>
        <dd>Go to scene 12, with or without Enter</dd>
      </div>
    </dl>
  );
}

/**
 * Over the whole page, which can neither be seen nor reached meanwhile. No dialog of the browser’s: what goes to the
 * full screen later would lie over it.
 */
function useAlone() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: cover } = ref;
    const before = document.activeElement;
    const others = [...(cover?.parentElement?.children ?? NOTHING)].filter((other) => other !== cover);
    for (const other of others) other.toggleAttribute('inert', true);
    cover?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => {
      for (const other of others) other.toggleAttribute('inert', false);
      if (before instanceof HTMLElement && before !== document.body) before.focus();
      else document.querySelector<HTMLElement>('#view')?.focus();
    };
  }, []);
  return ref;
}

const NOTHING: readonly Element[] = [];
