import { pairsAWatch } from '../../src/model/kinds.ts';
import { lineCanMove } from '../../src/rulebook/facts/direct.facts.ts';
import { whyNotDirect, whyNoQuickStartPage } from '../../src/rulebook/case/direct-move.ts';
import { must } from '../../src/model/must.ts';
import { compareVersions } from '../../src/model/version.ts';
import { guardOn } from '../guard.ts';
import type { QuickStartOutput } from '../quick-start/quick-start.setup.ts';
import { isDirect, type RestoreContext, sawRoute } from './restore.context.ts';

const guard = guardOn<RestoreContext>();
const sawLeft = (_context: RestoreContext, { left }: QuickStartOutput) => ({ left });
const holdsA = ({ file }: RestoreContext, category: string): boolean =>
  file.world.items.some((item) => item.category === category);

/** What a move from phone to phone asks for. */
export const MOVE_GUARDS = {
  isDirectRoute: guard({
    holds: ({ context }) => isDirect(context),
    saw: sawRoute,
    words: 'No data move from phone to phone here.',
  }),
  quickStartPageShown: guard({
    holds: ({ context }) => isDirect(context) && whyNoQuickStartPage(context.file, context.situation) === null,
    saw: (context) => ({ ...sawRoute(context), reason: whyNoQuickStartPage(context.file, context.situation) }),
    words: 'The page for setting up with an old phone nearby is not shown here.',
  }),
  directChoiceShown: guard({
    holds: ({ context }) => isDirect(context) && whyNotDirect(context.file, context.situation) === null,
    saw: (context) => ({ ...sawRoute(context), reason: whyNotDirect(context.file, context.situation) }),
    words: 'The choice to take the data from the old phone is not shown here.',
  }),
  directChoiceOfJoined: guard({
    holds: ({ context }) =>
      context.joined && isDirect(context) && whyNotDirect(context.file, context.situation) === null,
    saw: (context) => ({ joined: context.joined, reason: whyNotDirect(context.file, context.situation) }),
    words: 'The choice to take the data from the old phone is not shown here, or the phones are not joined.',
  }),
  cloudInstead: guard({
    holds: ({ context: { file } }) =>
      file.world.route === 'direct' &&
      file.world.organisation.restorePane === 'allowed' &&
      file.world.accounts.length > 0,
    saw: ({ file }) => ({
      route: file.world.route,
      'restore choice': file.world.organisation.restorePane,
      accounts: file.world.accounts.length,
    }),
    words: 'The choice to take iCloud in place of the old phone is not shown here.',
  }),
  phonesJoined: guard<QuickStartOutput>({
    holds: (_asked, { left }) => left === 'joined',
    saw: sawLeft,
    words: 'The phones were not joined.',
  }),
  quickStartLeftBack: guard<QuickStartOutput>({
    holds: (_asked, { left }) => left === 'back',
    saw: sawLeft,
    words: 'Quick Start was not left by Back.',
  }),
  olderThanOldPhone: guard({
    holds: ({ context: { file, situation } }) =>
      file.world.oldPhone !== null && compareVersions(file.world.oldPhone.ios, situation.ios) > 0,
    saw: ({ file, situation }) => ({ 'old phone runs iOS': file.world.oldPhone?.ios, 'this one': situation.ios }),
    words: 'The new phone runs the same iOS as the old one or a later one.',
  }),
  updateWouldHelp: guard({
    holds: ({ context: { file, situation } }) => {
      const { latestIos } = file.world.device;
      return latestIos !== undefined && compareVersions(latestIos, situation.ios) > 0;
    },
    saw: ({ file, situation }) => ({
      'device runs iOS': situation.ios,
      'newest for this model': file.world.device.latestIos,
    }),
    words: 'The device already runs the newest iOS it can.',
  }),
  roomRefused: guard({
    holds: ({ context }) => isDirect(context) && must(context.file.world.oldPhone, 'the old phone').fits === 'no',
    saw: ({ file }) => ({ 'fits on the new phone': file.world.oldPhone?.fits }),
    words: 'The new phone did not say that it has too little room.',
  }),
  lineWaits: guard({
    holds: ({ context }) =>
      context.situation.line === 'not-asked' &&
      context.file.world.organisation.simPane === 'allowed' &&
      holdsA(context, 'esim') &&
      lineCanMove(context.file.world, context.situation.ios),
    saw: ({ file, situation }) => ({ line: situation.line, 'its page': file.world.organisation.simPane }),
    words: 'No line waits to be moved.',
  }),
  watchWaits: guard({
    holds: ({ context }) =>
      context.situation.watch === 'not-asked' &&
      pairsAWatch(context.file.world.device.kind) &&
      context.file.world.organisation.watchPane === 'allowed' &&
      holdsA(context, 'watch'),
    saw: ({ file, situation }) => ({
      watch: situation.watch,
      'its page': file.world.organisation.watchPane,
      'this device': file.world.device.kind,
    }),
    words: 'No watch waits for an answer.',
  }),
  watchIsWorn: guard({
    holds: ({ context }) => context.file.world.oldPhone?.watch === 'worn',
    saw: ({ file }) => ({ watch: file.world.oldPhone?.watch }),
    words: 'The watch has to be worn and unlocked for that.',
  }),
};
