/** What the page shows in its middle. */
interface ViewRow {
  readonly title: string;
  /** What stands around it: the phone and, on its right, the ledger or the ends; or nothing. */
  readonly around: 'phone and ledger' | 'story and ledger' | 'phone and ends' | 'nothing';
  /** It speaks of states, events and actors: only for who has asked for the machinery. */
  readonly machinery: boolean;
}

/** By the name in the address, in the order of the tabs. */
export const VIEWS = {
  story: { title: 'Story', around: 'story and ledger', machinery: false },
  flow: { title: 'Flow', around: 'phone and ends', machinery: false },
  'what-if': { title: 'What if', around: 'nothing', machinery: false },
  answers: { title: 'Ask', around: 'phone and ledger', machinery: false },
  charts: { title: 'Charts', around: 'phone and ledger', machinery: true },
  messages: { title: 'Messages', around: 'phone and ledger', machinery: true },
} as const satisfies Readonly<Record<string, ViewRow>>;
export type View = keyof typeof VIEWS;
export type AroundView = ViewRow['around'];
export const VIEW_ORDER = Object.keys(VIEWS) as readonly View[];
export const FIRST_VIEW: View = 'story';

const PLAIN_VIEWS = VIEW_ORDER.filter((view) => !VIEWS[view].machinery);
/** The tabs that are there; the key of each is its place, from 1. */
export const viewsShown = (machinery: boolean): readonly View[] => (machinery ? VIEW_ORDER : PLAIN_VIEWS);
