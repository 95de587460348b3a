import { OWN_STATES, ownState, statesOwnWay } from '../case/own-ways.ts';
import { isServerEmptied, type Question } from '../case/situation.ts';
import { type Fact, UNKNOWN } from './fact.ts';
import { NOT } from './phone.facts.ts';

const isAmong = (apps: readonly string[], { item }: Question): boolean => apps.some((app) => app === item.app);

/** Copies that an app keeps by itself, and what was done with them. */
export const OWN_WAY_FACTS = {
  'app.server': {
    title: 'The server of the app',
    group: 'other copies',
    values: { holds: 'has not been emptied', emptied: 'was sent the empty state of a half-restored app' },
    read: ({ item, situation }) => (isServerEmptied(situation, item) ? 'emptied' : 'holds'),
    perItem: true,
    ask: 'Does another device, or the web page of the app, still show them?',
    changeable: 'never',
  },
  'own.backup': {
    title: 'The app’s own backup',
    group: 'the app',
    values: OWN_STATES,
    read: ({ file, item, situation }) => ownState(file, item, situation, 'own-backup'),
    perItem: true,
    ask: 'Does the app show a backup of its own, from which day, and is its password known?',
    changeable: 'now',
  },
  'own.transfer': {
    title: 'The app’s own transfer',
    group: 'the app',
    values: OWN_STATES,
    read: ({ file, item, situation }) => ownState(file, item, situation, 'own-transfer'),
    perItem: true,
    ask: 'Is the old phone still there, with the app and its data on it?',
    changeable: 'now',
  },
  'own.best': {
    title: 'The app’s own ways',
    group: 'the app',
    values: {
      backup: 'bring it by a backup of its own',
      transfer: 'bring it from the old phone',
      neither: 'bring nothing',
    },
    read: ({ file, item, situation }) => {
      const [backup, transfer] = (['own-backup', 'own-transfer'] as const).map((way) =>
        ownState(file, item, situation, way),
      );
      if (backup === 'ready') return 'backup';
      if (transfer === 'ready') return 'transfer';
      return backup === UNKNOWN || transfer === UNKNOWN ? UNKNOWN : 'neither';
    },
    perItem: true,
    ask: 'Does the app offer a backup of its own or a transfer, and what does it ask for?',
    changeable: 'now',
  },
  'own.done': {
    title: 'The app’s own way',
    group: 'the app',
    values: {
      no: 'has not been used',
      backup: 'was used: its own backup was restored',
      transfer: 'was used: its own transfer ran',
    },
    read: (question) => {
      const { file, item, situation } = question;
      if (isAmong(situation.ownRestored, question) && ownState(file, item, situation, 'own-backup') === 'ready')
        return 'backup';
      const moved = isAmong(situation.ownMoved, question);
      return moved && ownState(file, item, situation, 'own-transfer') === 'ready' ? 'transfer' : 'no';
    },
    perItem: true,
    ask: 'Did the customer restore the app’s own backup, or move its data from the old phone?',
    changeable: 'now',
  },
  'own.kept-apart': {
    title: 'The backup of the phone',
    group: 'what was captured',
    values: {
      yes: 'leaves it out, since the app keeps a backup of its own',
      no: 'is not kept from it by that',
    },
    read: ({ file, item }) => {
      if (!['own-cloud', 'ordinary'].includes(item.policy) || !statesOwnWay(file, item)) return 'no';
      // What is known of an app beside its own way holds, whatever its maker calls the app.
      if (item.inBackup !== undefined && item.inBackup !== 'unknown') return NOT[item.inBackup];
      return item.policy === 'own-cloud' || item.inBackup === 'unknown' ? UNKNOWN : 'no';
    },
    perItem: true,
    ask: 'Does the app stand in the list of what the phone’s backup holds, and with how much?',
    changeable: 'never',
  },
} as const satisfies Record<string, Fact>;
