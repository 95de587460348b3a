import { FATES } from '../model/fates.ts';
import type { LedgerRow } from './ledger.ts';

type Standing = Pick<LedgerRow, 'fate' | 'onPhone'>;

/** Whether an item is on the phone and works there. */
export const isUsable = ({ fate, onPhone }: Standing): boolean =>
  onPhone && fate !== 'unknown' && (fate === null || FATES[fate].works || !FATES[fate].arrives);
