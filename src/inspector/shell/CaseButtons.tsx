import { Icon } from '../parts/Icon.tsx';
import type { Overlay } from '../state/overlay.ts';

/** A case of one’s own: from nothing, or from what is open. */
export function CaseButtons({ onOpen }: { readonly onOpen: (sheet: Overlay) => void }) {
  return (
    <>
      <button
        type="button"
        className="button case-button change-button"
        aria-label="Change this case"
        aria-haspopup="dialog"
        onClick={() => onOpen('change-case')}
      >
        <Icon name="pen" /> <span className="only-wide">Change this case</span>
      </button>
      <button
        type="button"
        className="button case-button"
        aria-label="New case"
        aria-haspopup="dialog"
        onClick={() => onOpen('new-case')}
      >
        <Icon name="plus" /> <span className="only-wide">New case</span>
      </button>
    </>
  );
}
