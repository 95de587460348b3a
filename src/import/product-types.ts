import type { DeviceKind } from '../model/kinds.ts';

/** Models by `Product Type`, as Apple numbers them. Those of one line lie together. */
const IPHONES: Readonly<Record<string, string>> = {
  '1,1': 'iPhone',
  '1,2': 'iPhone 3G',
  '2,1': 'iPhone 3GS',
  '3,1': 'iPhone 4',
  '3,2': 'iPhone 4',
  '3,3': 'iPhone 4',
  '4,1': 'iPhone 4s',
  '5,1': 'iPhone 5',
  '5,2': 'iPhone 5',
  '5,3': 'iPhone 5c',
  '5,4': 'iPhone 5c',
  '6,1': 'iPhone 5s',
  '6,2': 'iPhone 5s',
  '7,1': 'iPhone 6 Plus',
  '7,2': 'iPhone 6',
  '8,1': 'iPhone 6s',
  '8,2': 'iPhone 6s Plus',
  '8,4': 'iPhone SE',
  '9,1': 'iPhone 7',
  '9,2': 'iPhone 7 Plus',
  '9,3': 'iPhone 7',
  '9,4': 'iPhone 7 Plus',
  '10,1': 'iPhone 8',
  '10,2': 'iPhone 8 Plus',
  '10,3': 'iPhone X',
  '10,4': 'iPhone 8',
  '10,5': 'iPhone 8 Plus',
  '10,6': 'iPhone X',
  '11,2': 'iPhone XS',
  '11,4': 'iPhone XS Max',
  '11,6': 'iPhone XS Max',
  '11,8': 'iPhone XR',
  '12,1': 'iPhone 11',
  '12,3': 'iPhone 11 Pro',
  '12,5': 'iPhone 11 Pro Max',
  '12,8': 'iPhone SE (2nd generation)',
  '13,1': 'iPhone 12 mini',
  '13,2': 'iPhone 12',
  '13,3': 'iPhone 12 Pro',
  '13,4': 'iPhone 12 Pro Max',
  '14,2': 'iPhone 13 Pro',
  '14,3': 'iPhone 13 Pro Max',
  '14,4': 'iPhone 13 mini',
  '14,5': 'iPhone 13',
  '14,6': 'iPhone SE (3rd generation)',
  '14,7': 'iPhone 14',
  '14,8': 'iPhone 14 Plus',
  '15,2': 'iPhone 14 Pro',
  '15,3': 'iPhone 14 Pro Max',
  '15,4': 'iPhone 15',
  '15,5': 'iPhone 15 Plus',
  '16,1': 'iPhone 15 Pro',
  '16,2': 'iPhone 15 Pro Max',
  '17,1': 'iPhone 16 Pro',
  '17,2': 'iPhone 16 Pro Max',
  '17,3': 'iPhone 16',
  '17,4': 'iPhone 16 Plus',
  '17,5': 'iPhone 16e',
  '18,1': 'iPhone 17 Pro',
  '18,2': 'iPhone 17 Pro Max',
  '18,3': 'iPhone 17',
  '18,4': 'iPhone Air',
};

/** What a name of a product or a type begins with, and the kind of device that it is. */
const KINDS: readonly (readonly [start: string, kind: DeviceKind, name: string])[] = [
  ['iPhone', 'iphone', 'iPhone'],
  ['iPad', 'ipad', 'iPad'],
  ['iPod', 'ipod', 'iPod touch'],
];

/** A device as a backup tells of it; `model` is its line alone where no table knows the type. */
export interface Product {
  readonly kind: DeviceKind;
  readonly model: string;
  /** The table or the backup itself named the model. */
  readonly isKnown: boolean;
}

/** Words of names of products. A name that holds another word may be that of a person, and does not pass. */
const PRODUCT_WORD = new RegExp(
  '^(?:iPhone|iPad|iPod|touch|Pro|Max|Plus|mini|Air|SE|X[RS]?|3GS?|\\d{1,2}[sce]?|generation|Wi-Fi|Cellular|M\\d|' +
    '\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?:\\.\\d)?-inch|[+-])$',
  'i',
);
const isProductName = (name: string): boolean =>
  name
    .replaceAll(/[(),]/g, ' ')
    .split(' ')
    .every((word) => word === '' || PRODUCT_WORD.test(word));

/** `Product Name` is written by Apple's programs alone, so `Product Type` decides where it is absent. */
export function productOf(name: string | undefined, type: string | undefined): Product | undefined {
  const told = type ?? name;
  const known = KINDS.find(([start]) => told?.startsWith(start));
  if (!known) return undefined;
  const [start, kind, line] = known;
  const number = type?.slice(start.length);
  const isNumbered = kind === 'iphone' && number !== undefined && Object.hasOwn(IPHONES, number);
  const byType = isNumbered ? IPHONES[number] : undefined;
  const byName = name?.startsWith(start) && isProductName(name) ? name : undefined;
  const model = byType ?? byName;
  return { kind, model: model ?? line, isKnown: model !== undefined };
}

/** The kind of device that a model belongs to, such as one that somebody typed. */
export const kindOfModel = (model: string): DeviceKind | undefined =>
  KINDS.find(([start]) => model.startsWith(start))?.[1];
