/** What the page shows in its middle. */
interface ViewRow {
  readonly title: string;
  /** The key that shows it. */
  readonly key: string;
  /** What stands around it: the phone and, on its right, the ledger or the ends; or nothing. */
  readonly around: 'phone and ledger' | 'phone and ends' | 'nothing';
}

/** By the name in the address, in the order of the tabs. */
export const VIEWS = {
  charts: { title: 'Charts', key: '1', around: 'phone and ledger' },
  flow: { title: 'Flow', key: '2', around: 'phone and ends' },
  messages: { title: 'Messages', key: '3', around: 'phone and ledger' },
  'what-if': { title: 'What if', key: '4', around: 'nothing' },
  answers: { title: 'Ask', key: '5', around: 'phone and ledger' },
} as const satisfies Readonly<Record<string, ViewRow>>;
export type View = keyof typeof VIEWS;
export type AroundView = ViewRow['around'];
export const VIEW_ORDER = Object.keys(VIEWS) as readonly View[];
export const FIRST_VIEW: View = 'charts';
