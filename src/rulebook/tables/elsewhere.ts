import type { Fate } from '../../model/fates.ts';
import type { Item } from '../../model/world.ts';
import type { CategoryId } from '../categories/categories.ts';

/** Who has it whatever becomes of the device, and how it comes from there; the store tells its own. */
export const ELSEWHERE = {
  provider: {
    where: 'With its provider',
    says: 'It lies there as before, and comes once its account is on the phone with its password.',
  },
  icloud: {
    where: 'iCloud',
    says: 'It lies in iCloud, and comes where its switch is on for the account that keeps it.',
  },
  computer: {
    where: 'On the computer that it came from',
    says: 'It is synced from there again, if that one still has it.',
  },
  person: { where: 'By hand', says: 'It is set up again on the phone. Nothing of it is lost.' },
  issuer: { where: 'With whoever issued it', says: 'It is added or issued again; no copy of it is needed.' },
  maps: { where: 'In its app', says: 'It is downloaded there again.' },
} as const;
export type Elsewhere = keyof typeof ELSEWHERE;

/** Kinds that another hand brings back, each with the hand; of others no such promise is made. */
const BROUGHT_BACK_BY: Readonly<Partial<Record<CategoryId, Elsewhere>>> = {
  'mail-messages': 'provider',
  'other-cloud': 'provider',
  'shared-albums': 'icloud',
  'computer-synced-media': 'computer',
  biometrics: 'person',
  'device-passcode': 'person',
  'payment-cards': 'issuer',
  esim: 'issuer',
  'offline-maps': 'maps',
};

const HANDS: Readonly<Record<string, Elsewhere | undefined>> = BROUGHT_BACK_BY;

/** Of what is known not to be there nobody is sent for it, such as mail that was fetched and taken off its server. */
export const handFor = ({ category, uploaded }: Pick<Item, 'category' | 'uploaded'>): Elsewhere | undefined =>
  uploaded === 'no' ? undefined : HANDS[category];

/** The same once it is settled where the item ends: what was lost nobody has any more. */
export const handLeft = (item: Pick<Item, 'category' | 'uploaded'>, fate: Fate | null): Elsewhere | undefined =>
  fate === 'lost-at-erase' || fate === 'lost-later' ? undefined : handFor(item);
