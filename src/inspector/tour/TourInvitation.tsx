import { tour } from './tour-state.ts';
import './tour.css';

/** A few words in the page's own place, over nothing: whoever is new can be shown around, once. */
export function TourInvitation() {
  return (
    <div className="tour-invitation">
      <p>New here?</p>
      <button type="button" className="button small" onClick={() => tour.start()}>
        Take the tour of six stops
      </button>
      <button type="button" className="button small bare" onClick={() => tour.decline()}>
        Not now
      </button>
    </div>
  );
}
