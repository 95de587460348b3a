import { Icon } from '../parts/Icon.tsx';
import { tour } from './tour-state.ts';
import './tour.css';

/** A few words in the page's own place, over nothing: whoever is new can be shown around, once. */
export function TourInvitation() {
  return (
    <div className="tour-invitation">
      <button type="button" className="button small" onClick={() => tour.start()}>
        New here? Take the tour
      </button>
      <button type="button" className="button small bare" aria-label="No tour" onClick={() => tour.decline()}>
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
