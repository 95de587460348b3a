import { must } from './must.ts';

/** The account of a phone whose scenario names none: told as the customer’s, never by this word. */
export const UNNAMED_ACCOUNT = 'customer';
/** An account as a person reads it: by its name, or as the customer’s own where nobody has named it. */
export const CUSTOMERS_ACCOUNT = 'the customer’s account';

interface AccountToName {
  readonly id: string;
  readonly kind: 'personal' | 'managed';
}
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
const ordinal = (place: number): string =>
  place < ORDINALS.length ? must(ORDINALS[place], 'an ordinal') : `number ${place + 1}`;

/**
 * The accounts of a world as people speak of them: whose phone it is, that of the organisation, another one. What a
 * file calls them is a handle of that file. More than one of a kind are told apart by their place.
 */
export function accountNames(accounts: readonly AccountToName[]): (id: string) => string {
  const [first, ...others] = accounts;
  return (id) => {
    if (id === UNNAMED_ACCOUNT || id === first?.id) return CUSTOMERS_ACCOUNT;
    const found = others.find((account) => account.id === id);
    if (!found) return 'another account';
    const alike = others.filter(({ kind }) => kind === found.kind);
    const place = alike.length === 1 ? '' : ordinal(alike.indexOf(found));
    if (found.kind === 'managed') return place === '' ? 'the organisation’s account' : `the ${place} managed account`;
    return place === '' ? 'another account' : `another account, the ${place}`;
  };
}

export const accountInWords = (account: string): string => (account === UNNAMED_ACCOUNT ? CUSTOMERS_ACCOUNT : account);
