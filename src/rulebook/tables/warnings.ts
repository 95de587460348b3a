import type { ReferenceId } from '../evidence/references.ts';

/** Something that has not gone wrong and still can, by what people do next. */
interface WarningRow {
  readonly title: string;
  /** One sentence for the trainee. */
  readonly says: string;
  /** One kind sentence for the customer. */
  readonly customer: string;
  readonly cites: readonly ReferenceId[];
}

/** What to mind after a restore, each seen in a report. */
export const WARNINGS = {
  'empty-state': {
    title: 'What the server of this app holds can still be lost',
    says:
      'The app came back in part only. By a report, such a one sent its empty state to its server, and the data on ' +
      'the old phone went too. Save them from another device or the web page of the app, before it is used here.',
    customer: 'Please save the data of this app on another device or on its web page: here it is not quite whole.',
    cites: ['AX-06'],
  },
  'two-phones-as-one': {
    title: 'The app takes both phones for one',
    says:
      'The restored data carry the mark of the device they come from. While both are in use, the sync of the ' +
      'app can be confused by that.',
    customer: 'Please use this app on one of the two phones only, or ask its maker how to tell them apart.',
    cites: ['AX-38'],
  },
} as const satisfies Readonly<Record<string, WarningRow>>;
export type WarningId = keyof typeof WARNINGS;
