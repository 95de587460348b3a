import { formatBytes } from '../model/bytes.ts';
import type { ServiceId } from '../model/services.ts';
import type { CategoryId } from '../rulebook/categories/categories.ts';
import { type ImportedApp, isOutsideTheStore } from './apps-of-backup.ts';
import type { BackupRead } from './backup.ts';
import type { ImportedItem } from './imported-item.ts';
import { ALWAYS_OPEN, type UntoldFact, SERVICE_QUESTIONS } from './open-questions.ts';
import { BACKUP_ID, buyersOf, type Maker } from './scenario-of-backup.ts';
import { servicesAsked, type ServiceSeen } from './services-of-backup.ts';

interface Asked {
  readonly read: BackupRead;
  readonly maker: Maker;
  readonly apps: readonly ImportedApp[];
  readonly items: readonly ImportedItem[] | undefined;
  readonly categories: readonly CategoryId[];
  readonly seen: readonly ServiceSeen[];
  /** Room that was taken to be free; undefined where somebody has said it. */
  readonly freeGuessed: number | undefined;
  readonly isSameDevice: boolean;
  /** Paths of conditions that somebody has set: what they settle is asked no more. */
  readonly settled: ReadonlySet<string>;
}

/** What the files cannot tell, each with the question that settles it; the ones that decide most stand first. */
export function questionsOfBackup(asked: Asked): readonly UntoldFact[] {
  const { settled } = asked;
  const open = servicesAsked(asked.categories).filter(
    (service) => !settled.has(`services.${service}`) && !settled.has(`services.${service}.now`),
  );
  const questions = [
    ...ofThePassword(asked.read),
    ...ofTheMaker(asked.maker),
    ...ofTheRoom(asked.freeGuessed),
    ...ofServices(asked.seen, open),
    ...(asked.isSameDevice
      ? []
      : [
          {
            id: 'sim',
            about: 'The SIM of the device',
            taken: 'the one of the old device',
            ask: 'Is the SIM the one that was in the device when the backup was made?',
            path: 'device.sim',
          },
        ]),
    ...ofApps(asked.apps),
    ...(asked.items ? ofItems(asked.items) : []),
    ...ALWAYS_OPEN,
  ];
  return questions.filter(({ path }) => path === undefined || !settled.has(path));
}

function ofThePassword({ encryption }: BackupRead): UntoldFact[] {
  if (encryption.state === 'plain' || encryption.state === 'unlocked') return [];
  return [
    {
      id: 'password',
      about: 'The password of the backup, and all that it locks',
      ask:
        'Does somebody know the password that was set for backups of this device? It was set once, perhaps on ' +
        'another computer or by an organisation, and holds for every later backup. It is neither the passcode nor ' +
        'the Apple Account’s.',
      path: `backups.${BACKUP_ID}.password`,
    },
  ];
}

const ofTheMaker = ({ ios, isIosTold, isMadeTold, made, product }: Maker): UntoldFact[] => [
  ...(isIosTold
    ? []
    : [
        {
          id: 'ios',
          about: 'The iOS that made the backup',
          taken: ios,
          ask: 'Which iOS ran on the old device?',
          path: `backups.${BACKUP_ID}.ios`,
        },
      ]),
  ...(isMadeTold
    ? []
    : [
        {
          id: 'made',
          about: 'The day on which the backup was made',
          taken: made,
          ask: 'When was the backup made?',
          path: `backups.${BACKUP_ID}.made`,
        },
      ]),
  ...(product.isKnown
    ? []
    : [
        {
          id: 'model',
          about: 'The model of the device that made it',
          taken: product.model,
          ask: 'Which model was it?',
          path: `backups.${BACKUP_ID}.model`,
        },
      ]),
];

const ofTheRoom = (freeGuessed: number | undefined): UntoldFact[] =>
  freeGuessed === undefined
    ? []
    : [
        {
          id: 'room',
          about: 'Free room on the device',
          taken: formatBytes(freeGuessed),
          ask: 'How much is free? (Settings, General, Storage)',
          path: 'device.free',
        },
      ];

const named = (services: readonly ServiceId[]): string =>
  services.map((service) => SERVICE_QUESTIONS[service]).join(', ');

function ofServices(seen: readonly ServiceSeen[], services: readonly ServiceId[]): UntoldFact[] {
  const wasOn = new Set(seen.map(({ service }) => service));
  const open = services.filter((service) => !wasOn.has(service));
  const [first] = open;
  return [
    ...seen.map(({ service, by, isWeak }) => ({
      id: `service-${service}`,
      about: `${SERVICE_QUESTIONS[service]} in iCloud today`,
      taken: `on at the backup: ${by}${isWeak ? ' (weak)' : ''}`,
      ask: `Is ${SERVICE_QUESTIONS[service]} still on in iCloud?`,
      path: `services.${service}.now`,
    })),
    ...(first === undefined
      ? []
      : [
          {
            id: 'services',
            about: 'iCloud services at the backup and today',
            ask: `Which of these were on in iCloud, and which are on today: ${named(open)}?`,
            path: `services.${first}`,
          },
        ]),
  ];
}

function ofApps(apps: readonly ImportedApp[]): UntoldFact[] {
  const outside = apps.filter(isOutsideTheStore);
  const [first] = outside;
  const [buyer] = buyersOf(apps);
  return [
    ...(first === undefined
      ? []
      : [
          {
            id: 'apps-without-store-data',
            about: `${outside.length === 1 ? 'An app' : `${outside.length} apps`} without store data on the computer`,
            ask: 'Where did it come from: the App Store, TestFlight, an organisation, or a website?',
            path: `items.${first.id}.store`,
          },
        ]),
    ...(apps.length === 0
      ? []
      : [
          {
            id: 'offloaded',
            about: 'Apps that had been offloaded, and switches in apps',
            taken: 'none was, and each app has its data in the backup',
            ask: 'Did some apps show a small cloud beside their name?',
          },
        ]),
    ...(buyer === undefined
      ? []
      : [
          {
            id: 'buyers',
            about: 'Whose accounts bought the apps',
            taken: `${buyer} is the customer, and the passwords are known`,
            ask: 'Were apps bought with another account, such as that of a family member?',
          },
        ]),
  ];
}

function ofItems(items: readonly ImportedItem[]): UntoldFact[] {
  const isThere = (category: CategoryId): boolean => items.some((item) => item.category === category);
  return [
    ...(isThere('app-group-data')
      ? [
          {
            id: 'groups',
            about: 'To which app shared data belong',
            taken: 'the app whose identifier has most in common with them',
            ask: 'No file says it. The maker of the app can tell.',
          },
        ]
      : []),
    ...(isThere('unclassified')
      ? [
          {
            id: 'unclassified',
            about: 'What the data are that we cannot name',
            ask: 'Which part of iOS or which app wrote them?',
            path: 'items.unclassified.putBack',
          },
        ]
      : []),
  ];
}
