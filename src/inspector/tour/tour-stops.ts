import { LESSONS } from '../library/lessons.ts';
import type { Overlay } from '../state/overlay.ts';

/** The scenario that the tour goes through: the first lesson. */
export const TOUR_SCENARIO = LESSONS[0]?.id;

/** What a stop looks at to see whether the person has done it. */
export interface TourMoment {
  readonly position: number;
  /** Something drops in the step shown. */
  readonly isDrop: boolean;
  readonly selected: string | null;
  readonly proof: object | null;
  readonly changes: number;
  readonly sheet: Overlay | null;
}

/** A real control, and what to do with it. */
interface TourPlace {
  readonly selector: string;
  /** Where several fit, the one with this name. */
  readonly named?: string;
  readonly says: string;
}

interface TourStop {
  readonly title: string;
  /** The first of them that is in the page. */
  readonly places: readonly TourPlace[];
  /** The person has done it since they came to this stop. */
  readonly isDone: (now: TourMoment, before: TourMoment) => boolean;
  /** What has been seen by that, said at the next stop. */
  readonly saw: string;
}

/** The six stops, in their order. Each waits until it is done, or for “Next stop”. */
export const TOUR_STOPS: readonly TourStop[] = [
  {
    title: 'Begin on the phone',
    places: [
      { selector: '.phone-column .tap', says: 'This is what the customer sees. Tap Start, as the customer would.' },
      { selector: '.controls button', named: 'Next', says: 'Next goes one step on, as a tap on the phone does.' },
    ],
    isDone: (now, before) => now.position > before.position,
    saw: 'The story went on by one step. Next, in the bar below, does the same.',
  },
  {
    title: 'Go to the first drop',
    places: [
      {
        selector: '.controls button',
        named: 'Next drop',
        says: 'Some data will not come, and the phone does not say so. Next drop goes to the step at which it happens.',
      },
    ],
    isDone: (now, before) => now.isDrop && now.position !== before.position,
    saw: 'Something dropped just now. Its rows in the ledger are marked.',
  },
  {
    title: 'Ask why',
    places: [
      { selector: '.ledger .row.now', says: 'Pick one of the marked rows.' },
      { selector: '.ledger .rows .row', says: 'Pick one of the rows.' },
      { selector: '.right-tabs button', named: 'Ledger', says: 'Open the ledger, and pick one of the marked rows.' },
    ],
    isDone: ({ selected }, before) => selected !== null && selected !== before.selected,
    saw: 'Why names the rule, the values that were compared, the source, and what to say to the customer.',
  },
  {
    title: 'Would another try help?',
    places: [
      {
        selector: '.controls button',
        named: 'Run again',
        says: 'Run again plays the same restore once more and compares both. Close the comparison when it is read.',
      },
    ],
    isDone: ({ proof, sheet }, before) => proof !== null && proof !== before.proof && sheet === null,
    saw: 'Same conditions, same result: trying again brings nothing back.',
  },
  {
    title: 'Change one thing',
    places: [
      { selector: '.conditions-list', says: 'Turn one condition, and see which fates flip.' },
      { selector: '.drawer-button', says: 'Open the conditions, and turn one of them.' },
      { selector: '#tab-what-if', says: 'Something else has to change. Open What if.' },
    ],
    isDone: (now, before) => now.changes > before.changes,
    saw: 'What is changed is orange wherever it stands, and the fates that flip are named.',
  },
  {
    title: 'Make your own case',
    places: [
      {
        selector: '.topbar button',
        named: 'New case',
        says: 'Here you answer questions as in a support call, and see at once what comes back.',
      },
      {
        selector: '.picker-button',
        says: 'Here is the library: find the case that is like yours, open it, and change what is different.',
      },
    ],
    isDone: ({ sheet }) => sheet === 'library' || sheet === 'new-case',
    saw: '',
  },
];

/** The control of a stop that is in the page and can be seen, with what to do there. */
export function placeInPage({
  places,
}: TourStop): { readonly element: HTMLElement; readonly says: string } | undefined {
  for (const { selector, named, says } of places) {
    const element = [...document.querySelectorAll<HTMLElement>(selector)].find(
      (found) =>
        (named === undefined || found.getAttribute('aria-label') === named || found.textContent.trim() === named) &&
        found.checkVisibility(),
    );
    if (element) return { element, says };
  }
  return undefined;
}
