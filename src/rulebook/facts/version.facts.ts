import { IOS_ERAS, type IosEra, iosEraOf } from '../tables/ios-versions.ts';
import type { Fact } from './fact.ts';

const NO_BACKUP = 'none';

const inEachEra = (words: (era: string) => string): Readonly<Record<IosEra, string>> =>
  Object.fromEntries(Object.entries(IOS_ERAS).map(([id, era]) => [id, words(era)])) as Record<IosEra, string>;

/** The iOS of the backup and of the device, told apart where sources tell a difference. */
export const VERSION_FACTS = {
  'backup.ios': {
    title: 'The backup',
    group: 'which backup',
    values: { [NO_BACKUP]: 'was not chosen', ...inEachEra((era) => `was made by ${era}`) },
    read: ({ backup }) => (backup ? iosEraOf(backup.ios) : NO_BACKUP),
    exactly: ({ backup }) => (backup ? `was made by iOS ${backup.ios}` : 'was not chosen'),
    perItem: false,
    ask: 'Which iOS made the backup?',
    changeable: 'never',
  },
  'device.ios': {
    title: 'This device',
    group: 'device state',
    values: inEachEra((era) => `runs ${era}`),
    read: ({ situation }) => iosEraOf(situation.ios),
    exactly: ({ situation }) => `runs iOS ${situation.ios}`,
    perItem: false,
    ask: 'Which iOS does this device run?',
    changeable: 'another-way',
  },
} as const satisfies Record<string, Fact>;
