import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './Icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A modal sheet; the part with `data-first` gets the focus: the browser keeps the focus inside, closes it with
 * Escape and gives the focus back.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const told = useRef(onClose);
  useEffect(() => {
    told.current = onClose;
  }, [onClose]);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    if (!dialog.open) dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-first]')?.focus();
    // A click beside the sheet lands on the dialog itself.
    const beside = (event: MouseEvent) => {
      if (event.target === dialog) dialog.close();
    };
    // The browser tells of a closed sheet a little later: by then another may stand where this one stood.
    const closed = () => told.current();
    dialog.addEventListener('click', beside);
    dialog.addEventListener('close', closed);
    return () => {
      dialog.removeEventListener('click', beside);
      dialog.removeEventListener('close', closed);
      dialog.close();
    };
  }, []);
  return (
    <dialog ref={ref} aria-label={title}>
      <div className="dialog scrolls">
        <header>
          <h2>{title}</h2>
          <button type="button" className="button bare square" aria-label="Close" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
