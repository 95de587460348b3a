import { FATES } from '../model/fates.ts';
import type { LedgerRow } from './ledger.ts';

/** Whether an item is on the phone, wherever it came from. */
export const isOnPhone = ({ fate }: Pick<LedgerRow, 'fate'>): boolean => fate !== null && FATES[fate].arrives;

/** Whether it is on the phone and works there. */
export const isUsable = (row: Pick<LedgerRow, 'fate'>): boolean => isOnPhone(row);
