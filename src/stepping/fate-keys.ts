import { type Fate, FATE_ORDER } from '../model/fates.ts';
import type { LedgerRow } from '../run/ledger.ts';

/** The key of items that no rule has judged yet. */
export const ON_THE_WAY = 'on-the-way';
export type FateKey = Fate | typeof ON_THE_WAY;
export const FATE_KEYS: readonly FateKey[] = [ON_THE_WAY, ...FATE_ORDER];
export const fateKeyOf = (row: LedgerRow): FateKey => row.fate ?? ON_THE_WAY;
