import type { Item } from '../../src/model/world.ts';
import { type CaseFile, categoryOf } from '../../src/rulebook/case/case-file.ts';
import { type Lacking, routeOf, type Situation } from '../../src/rulebook/case/situation.ts';
import { stopperAmong } from '../../src/rulebook/judge/judgement.ts';
import { appGuards } from '../app-guards.ts';
import { connectionGuards, type KnowsConnection, networkGuards } from '../connection/knows-connection.ts';
import type { EventOf } from '../event-of.ts';
import { guardOn } from '../guard.ts';
import { type CanBeHeldUp, WAITING_GUARDS, hasCome } from '../waiting.ts';
import { accountsToAsk, downloadQueue } from './download-queue.ts';

export interface DownloadContext extends CanBeHeldUp, KnowsConnection {
  readonly file: CaseFile;
  /** It fixes what is in the queue. */
  readonly situationAtFreeze: Situation;
  readonly situation: Situation;
  /** Batches that have arrived. */
  readonly done: number;
  readonly lacking: Lacking;
  /** Accounts that have been asked for their password. */
  readonly asked: number;
}

export const batchesAhead = ({ file, situationAtFreeze }: DownloadContext) => downloadQueue(file, situationAtFreeze);
export const askedAccount = ({ file, situationAtFreeze, situation, asked }: DownloadContext): string | undefined =>
  accountsToAsk(file, situationAtFreeze, situation.account)[asked];

const isHereAlready = (context: DownloadContext): boolean => batchesAhead(context)[context.done]?.isHere === true;

const stopperNow = (context: DownloadContext): Item | undefined => {
  const batch = batchesAhead(context)[context.done];
  return batch && stopperAmong(context.file, batch.items, context.situationAtFreeze, 'download');
};

const guard = guardOn<DownloadContext>();
const isAhead = (context: DownloadContext, item: Item | undefined): boolean =>
  item !== undefined &&
  batchesAhead(context)
    .slice(context.done)
    .some(({ items }) => items.includes(item));
const sawBatches = (context: DownloadContext) => ({ arrived: context.done, batches: batchesAhead(context).length });

export const DOWNLOAD_GUARDS = {
  ...WAITING_GUARDS,
  ...appGuards<DownloadContext>((context) => context),
  ...connectionGuards<DownloadContext>((context) => ({
    wifi: !isHereAlready(context),
    power: !isHereAlready(context),
  })),
  ...networkGuards<DownloadContext>((context) => !isHereAlready(context)),
  allFetched: guard({
    holds: ({ context }) => context.done >= batchesAhead(context).length,
    saw: sawBatches,
    words: 'Not everything has come down yet.',
  }),
  lastIsDue: guard({
    holds: ({ context, event }) => hasCome(context, event) && context.done + 1 >= batchesAhead(context).length,
    saw: sawBatches,
    words: 'Not everything has come down yet.',
  }),
  itemStopsIt: guard({
    holds: ({ context, event }) => hasCome(context, event) && stopperNow(context) !== undefined,
    saw: (context) => ({ ...sawBatches(context), 'stops it': stopperNow(context)?.id }),
    words: 'Everything in this part can be read.',
  }),
  appIsAhead: guard<EventOf<'download.stuck'>>({
    holds: ({ context }, { app }) =>
      isAhead(context, context.file.appItem(app)) &&
      !context.situation.appsStuck.includes(app) &&
      !context.situation.appsInstalled.includes(app) &&
      !context.situation.appsDeleted.includes(app),
    saw: (context, { app }) => ({
      app,
      'still to come': isAhead(context, context.file.appItem(app)),
      stuck: context.situation.appsStuck.includes(app),
    }),
    words: 'The app has come already, or no restore brings it.',
  }),
  storeHasMore: guard({
    holds: ({ context }) =>
      !context.situation.full &&
      batchesAhead(context)
        .slice(context.done)
        .some(({ items }) => items.some((item) => categoryOf(item).returns === 'store')),
    saw: (context) => ({ full: context.situation.full, ...sawBatches(context) }),
    words: 'Nothing is left that the store would deliver, or there is no room already.',
  }),
  someAccountLeft: guard({
    holds: ({ context }) => askedAccount(context) !== undefined,
    saw: ({ asked }) => ({ asked }),
    words: 'Every account has been asked for its password.',
  }),
  passwordFits: guard<EventOf<'store.passwordEntered'>>({
    holds: ({ context }, { account }) =>
      account === askedAccount(context) && context.file.account(account)?.password !== 'forgotten',
    saw: (context, { account }) => ({
      account,
      'asked for': askedAccount(context),
      'password forgotten': context.file.account(account)?.password === 'forgotten',
    }),
    words: 'The password does not fit, or this account is not the one being asked for.',
  }),
  asksThisAccount: guard<EventOf<'store.passwordSkipped'>>({
    holds: ({ context }, { account }) => account === askedAccount(context),
    saw: (context, { account }) => ({ account, 'asked for': askedAccount(context) }),
    words: 'The phone is asking for another account at the moment.',
  }),
  isCloudRestore: guard({
    holds: ({ context: { file, situation } }) => routeOf(file, situation) === 'icloud',
    saw: ({ file, situation }) => ({ route: routeOf(file, situation) }),
    words: 'Stop Restoring belongs to a restore from iCloud.',
  }),
};
