import type { DeviceKind } from '../model/kinds.ts';

/**
 * Models as people call them, the newest first. Rules compare a model with that of the backup and read nothing else of
 * it, so the list is for choosing; any other name can be set as well.
 */
export const PHONE_MODELS: Readonly<Record<DeviceKind, readonly string[]>> = {
  iphone: [
    'iPhone 17 Pro Max',
    'iPhone 17 Pro',
    'iPhone Air',
    'iPhone 17',
    'iPhone 16e',
    'iPhone 16 Pro',
    'iPhone 16',
    'iPhone 15 Pro',
    'iPhone 15',
    'iPhone 14 Pro',
    'iPhone 14',
    'iPhone SE (3rd generation)',
    'iPhone 13 Pro',
    'iPhone 13',
    'iPhone 13 mini',
    'iPhone 12 Pro',
    'iPhone 12',
    'iPhone 12 mini',
    'iPhone SE (2nd generation)',
    'iPhone 11 Pro',
    'iPhone 11',
    'iPhone XS',
    'iPhone XR',
    'iPhone X',
    'iPhone 8',
    'iPhone 7',
    'iPhone 6s',
    'iPhone SE',
    'iPhone 6',
    'iPhone 5s',
    'iPhone 5',
  ],
  ipad: ['iPad Pro', 'iPad Air', 'iPad', 'iPad mini', 'older iPad'],
  ipod: ['iPod touch'],
};

/** The iOS that came with a model, where the list of models is of today: none runs on an earlier one. */
const CAME_WITH: readonly (readonly [model: RegExp, ios: string])[] = [
  [/^iPhone (?:17|Air)/, '26.0'],
  [/^iPhone 16/, '18.0'],
  [/^iPhone 15/, '17.0'],
  [/^iPhone 14/, '16.0'],
  [/^iPhone SE \(3rd/, '15.4'],
  [/^iPhone 13/, '15.0'],
  [/^iPhone 12/, '14.1'],
  [/^iPhone SE \(2nd/, '13.4'],
  [/^iPhone 11/, '13.0'],
  [/^iPhone X[SR]/, '12.0'],
  [/^iPhone (?:X|8)/, '11.0'],
  [/^iPhone 7/, '10.0'],
  [/^iPhone SE/, '9.3'],
  [/^iPhone 6s/, '9.0'],
  [/^iPhone 6/, '8.0'],
  [/^iPhone 5s/, '7.0'],
];

/** Undefined where nobody has looked it up. */
export const iosThatCameWith = (model: string): string | undefined =>
  CAME_WITH.find(([known]) => known.test(model))?.[1];

/** Versions to choose from, the newest first; any other can be set as well. */
export const IOS_CHOICES: readonly string[] = [
  '27.0',
  '26.4',
  '26.2',
  '26.1',
  '26.0',
  '18.7',
  '18.6',
  '18.5',
  '18.4',
  '18.3',
  '18.0',
  '17.7',
  '17.3',
  '17.0',
  '16.7',
  '16.2',
  '15.8',
  '14.8',
  '13.7',
  '12.5',
  '11.4',
  '10.3',
  '9.3',
  '8.4',
  '7.1',
];
