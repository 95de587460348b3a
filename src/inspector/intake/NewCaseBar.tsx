import { useRef, useState } from 'react';
import { messageOf } from '../export/message-of.ts';
import { saveText } from '../export/save.ts';
import { copyText } from '../parts/copy-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { writeAddress } from '../state/address.ts';
import { FIRST_VIEW } from '../state/views.ts';
import type { CaseDesk } from './case-desk.ts';
import { titleOfCase } from './case-title.ts';
import { fileOfCase } from './file-of-case.ts';
import { Keeping } from './Keeping.tsx';
import { useDesk } from './use-desk.ts';

interface BarProps {
  readonly desk: CaseDesk;
  readonly isFileShown: boolean;
  /** Something in the file waits to be used. */
  readonly isEdited: boolean;
  readonly onFile: () => void;
  readonly onPlay: () => void;
  readonly onClose: () => void;
}

/** What can be done with the case as a whole. */
export function NewCaseBar({ desk, isFileShown, isEdited, onFile, onPlay, onClose }: BarProps) {
  const { draft, canUndo, answer } = useDesk(desk, 'draft', 'canUndo', 'answer');
  const [keeps, setKeeps] = useState(false);
  const [told, setTold] = useState<string | null>(null);
  const title = titleOfCase(draft);
  const menu = useRef<HTMLDivElement>(null);
  // Where there is one column the three stand in a menu, which closes with the choice.
  const fromMenu = (does: () => void) => () => {
    if (menu.current?.matches(':popover-open')) menu.current.hidePopover();
    does();
  };
  const save = () => {
    const { name, text } = fileOfCase(draft);
    saveText(name, 'application/yaml', text);
  };
  const copy = async () => {
    try {
      const { name, text } = fileOfCase(draft);
      const hash = await writeAddress({
        source: { name, text },
        changes: {},
        position: 0,
        view: FIRST_VIEW,
        machinery: false,
        hand: null,
      });
      const isCopied = await copyText(new URL(hash, location.href).href);
      setTold(isCopied ? 'The link is copied. The whole case travels inside it.' : 'The browser did not allow it.');
    } catch (error) {
      setTold(`There is no link to this case. ${messageOf(error)}`);
    }
  };
  return (
    <header className="sheet-head">
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <div className="case-acts">
        <button type="button" className="button" disabled={!canUndo} onClick={() => desk.undo()}>
          <Icon name="back" /> Undo
        </button>
        <button type="button" className="button only-one-column" popoverTarget="case-file-menu">
          File <Icon name="chevron" size={13} />
        </button>
        <div ref={menu} id="case-file-menu" className="case-file-menu" popover="auto" role="group" aria-label="File">
          <button
            type="button"
            className="button"
            aria-pressed={isFileShown}
            disabled={isEdited}
            onClick={fromMenu(onFile)}
          >
            <Icon name="file" /> {isFileShown ? 'Show the cards' : 'Show the file'}
          </button>
          <button type="button" className="button" onClick={fromMenu(save)}>
            <Icon name="save" /> Save as a file
          </button>
          <button type="button" className="button" onClick={fromMenu(() => void copy())}>
            <Icon name="link" /> Copy a link
          </button>
        </div>
        <button type="button" className="button" aria-expanded={keeps} onClick={() => setKeeps(!keeps)}>
          <Icon name="box" /> Keep
        </button>
        <button type="button" className="button main" disabled={answer?.ok !== true || isEdited} onClick={onPlay}>
          <Icon name="next" /> Play this case
        </button>
      </div>
      <button type="button" className="button bare square close-case" aria-label="Close" onClick={onClose}>
        <Icon name="close" />
      </button>
      {keeps && <Keeping desk={desk} onDone={() => setKeeps(false)} />}
      {told !== null && (
        <p className="told" role="status">
          {told}
        </p>
      )}
    </header>
  );
}
