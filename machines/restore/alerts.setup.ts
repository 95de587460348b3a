import { emit, enqueueActions } from 'xstate';
import { must } from '../../src/model/must.ts';
import type { Backup } from '../../src/model/world.ts';
import { showsSetupAfterTool } from '../../src/rulebook/case/computer-restore.ts';
import { CONNECTION_ALERTS } from '../connection/knows-connection.ts';
import { maybeProtectedHere } from './device-protection.ts';
import { restoreBase } from './restore-base.setup.ts';

/** Alerts and prompts: what the person sees on a screen. */
export const restoreWithAlerts = restoreBase.extend({
  actions: {
    raiseFindMyOn: emit({ type: 'alert.raised', alert: 'find-my-on' }),
    clearFindMyOn: emit({ type: 'alert.cleared', alert: 'find-my-on' }),
    askForFindMyPassword: enqueueActions(({ context, enqueue }) => {
      if (!context.findMy) return;
      enqueue.emit({ type: 'prompt.shown', prompt: 'find-my-password' });
      enqueue.emit({ type: 'prompt.answered', prompt: 'find-my-password', answer: 'given' });
    }),
    flagEraseWithoutBackup: enqueueActions(({ context, enqueue }) => {
      const { world } = context.file;
      if (world.route === 'direct' && must(world.oldPhone, 'the old phone').state === 'at-hand') return;
      const isOfUse = ({ kind, complete }: Backup): boolean =>
        complete === 'yes' && (world.route === 'direct' || kind === world.route);
      if (!world.backups.some(isOfUse)) enqueue.emit({ type: 'alert.raised', alert: 'erase-with-no-backup' });
    }),
    raiseSecurityDelay: emit({ type: 'alert.raised', alert: 'security-delay' }),
    clearSecurityDelay: emit({ type: 'alert.cleared', alert: 'security-delay' }),
    flagUnclearProtection: enqueueActions(({ context, enqueue }) => {
      if (maybeProtectedHere(context)) enqueue.emit({ type: 'alert.raised', alert: 'protection-not-known' });
    }),
    flagSetup: enqueueActions(({ context: { file, situation }, enqueue }) => {
      if (showsSetupAfterTool(file, situation)) enqueue.emit({ type: 'alert.raised', alert: 'setup-appears' });
    }),
    raiseActivationLock: emit({ type: 'alert.raised', alert: 'activation-locked' }),
    clearActivationLock: emit({ type: 'alert.cleared', alert: 'activation-locked' }),
    raiseWifiLost: emit(CONNECTION_ALERTS.raiseWifiLost),
    clearWifiLost: emit(CONNECTION_ALERTS.clearWifiLost),
    raisePowerLost: emit(CONNECTION_ALERTS.raisePowerLost),
    clearPowerLost: emit(CONNECTION_ALERTS.clearPowerLost),
    raiseNoSpace: emit({ type: 'alert.raised', alert: 'not-enough-space' }),
    clearNoSpace: emit({ type: 'alert.cleared', alert: 'not-enough-space' }),
    raiseCorrupt: emit({ type: 'alert.raised', alert: 'backup-corrupt' }),
    raiseItemStopped: emit({ type: 'alert.raised', alert: 'item-stopped' }),
    raiseRefused: emit({ type: 'alert.raised', alert: 'backup-refused' }),
    raiseWrongPassword: emit({ type: 'alert.raised', alert: 'backup-password-wrong' }),
    raiseDisconnected: emit({ type: 'alert.raised', alert: 'disconnected' }),
    raiseComputerError: emit({ type: 'alert.raised', alert: 'computer-error' }),
    raiseMoveNeedsUpdate: emit({ type: 'alert.raised', alert: 'move-needs-update' }),
    clearMoveNeedsUpdate: emit({ type: 'alert.cleared', alert: 'move-needs-update' }),
    raiseMoveBrokenOff: emit({ type: 'alert.raised', alert: 'move-broken-off' }),
  },
});
