/** The account of a phone whose scenario names none: told as the customer’s, never by this word. */
export const UNNAMED_ACCOUNT = 'customer';
/** An account as a person reads it: by its name, or as the customer’s own where nobody has named it. */
export const accountInWords = (account: string): string =>
  account === UNNAMED_ACCOUNT ? 'the customer’s account' : account;
