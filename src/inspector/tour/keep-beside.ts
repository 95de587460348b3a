import { placeBeside } from './place-card.ts';
import { placeInPage, type TOUR_STOPS } from './tour-stops.ts';

/** How often it is looked whether the control has moved: panels open, lists scroll, another control comes into view. */
const LOOKS_EVERY_MS = 200;

/**
 * Keeps the card of a stop beside its control and the ring around it, and tells what to do there; gives what ends that.
 */
export function keepBeside(
  stop: (typeof TOUR_STOPS)[number],
  card: HTMLElement,
  ring: HTMLElement,
  tell: (says: string) => void,
): () => void {
  let shown = placeInPage(stop)?.element;
  const look = () => {
    const place = placeInPage(stop);
    tell(place === undefined ? '' : place.says);
    // Another control of the stop has come into the page.
    if (place && place.element !== shown) bringIntoSight(place.element);
    shown = place?.element;
    ring.hidden = place === undefined;
    if (!place) return;
    const box = place.element.getBoundingClientRect();
    const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { left, top } = placeBeside(box, card.getBoundingClientRect(), room);
    Object.assign(card.style, { left: `${left}px`, top: `${top}px` });
    Object.assign(ring.style, {
      left: `${box.left - 4}px`,
      top: `${box.top - 4}px`,
      width: `${box.width + 8}px`,
      height: `${box.height + 8}px`,
    });
  };
  bringIntoSight(placeInPage(stop)?.element);
  look();
  const timer = setInterval(look, LOOKS_EVERY_MS);
  window.addEventListener('resize', look);
  window.addEventListener('scroll', look, { capture: true, passive: true });
  return () => {
    clearInterval(timer);
    window.removeEventListener('resize', look);
    window.removeEventListener('scroll', look, { capture: true });
  };
}

/** What lies under a bar or beyond an edge is brought to the middle; what can be seen stays where it is. */
function bringIntoSight(element: HTMLElement | undefined): void {
  if (!element) return;
  const { left, top, width, height } = element.getBoundingClientRect();
  // The card itself may still stand where it stood for the stop before.
  const there = document
    .elementsFromPoint(left + width / 2, top + height / 2)
    .find((found) => found.closest('.tour-card, .tour-ring') === null);
  if (!there || !element.contains(there)) element.scrollIntoView({ block: 'center', inline: 'center' });
}
