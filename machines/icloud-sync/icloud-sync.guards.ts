import type { KnowsConnection } from '../connection/knows-connection.ts';
import type { EventOf } from '../event-of.ts';
import { guardOn } from '../guard.ts';
import { accountOfServices } from '../../src/rulebook/case/situation.ts';
import { type CanBeHeldUp, WAITING_GUARDS, hasCome } from '../waiting.ts';
import { sealedItems, shutItems, type SyncCase, turnsOf } from './sync-queue.ts';

export interface SyncContext extends SyncCase, CanBeHeldUp, KnowsConnection<'wifi' | 'network'> {
  /** Turns that are over. */
  readonly done: number;
}

const guard = guardOn<SyncContext>();
const sawServices = (context: SyncContext) => ({ delivered: context.done, services: turnsOf(context).length });
const isConnected = ({ connection: { wifi, network } }: SyncContext): boolean => wifi && network;
const sawConnection = ({ connection }: SyncContext) => ({
  'Wi-Fi': connection.wifi,
  'cut off by a VPN': !connection.network,
});
const accountOf = ({ file, situation }: SyncContext) => situation && accountOfServices(file, situation);

export const SYNC_GUARDS = {
  ...WAITING_GUARDS,
  connected: guard({
    holds: ({ context }) => isConnected(context),
    saw: sawConnection,
    words: 'There is no Wi-Fi, or a VPN cuts it off.',
  }),
  disconnected: guard({
    holds: ({ context }) => !isConnected(context),
    saw: sawConnection,
    words: 'Wi-Fi is there, and nothing cuts it off.',
  }),
  signedIn: guard<EventOf<'homeScreen.reached'>>({
    holds: (_asked, { situation }) => situation.account !== null,
    saw: (_context, { situation }) => ({ account: situation.account }),
    words: 'Nobody is signed in.',
  }),
  allDelivered: guard({
    holds: ({ context }) => context.done >= turnsOf(context).length,
    saw: sawServices,
    words: 'Not every service has had its turn.',
  }),
  somethingToDeliver: guard({
    holds: ({ context }) => context.done < turnsOf(context).length,
    saw: sawServices,
    words: 'Every service has had its turn.',
  }),
  lastIsDue: guard({
    holds: ({ context, event }) => hasCome(context, event) && context.done + 1 >= turnsOf(context).length,
    saw: sawServices,
    words: 'Not every service has had its turn.',
  }),
  somethingSealed: guard({
    holds: ({ context }) =>
      context.keychainPasscode === 'not-asked' && sealedItems(context).length + shutItems(context).length > 0,
    saw: (context) => ({
      'passcode of an older device': context.keychainPasscode,
      'things that wait for it': sealedItems(context).length,
      'things that nobody can open': shutItems(context).length,
    }),
    words: 'Nothing in iCloud waits for the passcode of an older device.',
  }),
  passcodeKnown: guard({
    holds: ({ context }) => accountOf(context)?.devicePasscode === 'known',
    saw: (context) => ({ 'passcode of an older device': accountOf(context)?.devicePasscode }),
    words: 'The passcode of the older device is not known.',
  }),
  recoveryAvailable: guard({
    holds: ({ context }) => accountOf(context)?.recovery === 'available',
    saw: (context) => ({ recovery: accountOf(context)?.recovery }),
    words: 'There is no trusted device, no recovery contact and no recovery key.',
  }),
};
