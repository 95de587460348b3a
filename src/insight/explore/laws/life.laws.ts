import { CONNECTION_PATH, ENROLMENT_PATH, RESTORE_PATH, SYNC_PATH } from '../../../run/actor-paths.ts';
import type { ChartTag } from '../../../../machines/chart-tag.ts';
import type { Route } from '../../../model/kinds.ts';
import { FATES, isEnd } from '../../../model/fates.ts';
import type { AlertId } from '../../../rulebook/tables/alerts.ts';
import { type PromptId, PROMPTS } from '../../../rulebook/tables/prompts.ts';
import type { LedgerRow } from '../../../run/ledger.ts';
import type { LifeState, LifeStep, SeenActor } from '../life-state.ts';
import type { Law } from './law.ts';

const actorAt = ({ actors }: LifeState, path: string): SeenActor | undefined =>
  actors.find((actor) => actor.path === path);
const isIn = (state: LifeState, path: string, leaf: string): boolean =>
  actorAt(state, path)?.leaves.some((name) => name === leaf || name.startsWith(`${leaf}.`)) === true;
const isRunning = (state: LifeState): boolean => actorAt(state, RESTORE_PATH) !== undefined;
const can = (state: LifeState, type: string, account?: string): boolean =>
  state.possible.some(
    (event) => event.type === type && (account === undefined || ('account' in event && event.account === account)),
  );
const rowBefore = ({ before }: LifeStep, id: string): LedgerRow | undefined => before.rows.find((row) => row.id === id);
const isNewAttempt = ({ move }: LifeStep): boolean => move.type === 'attempt.began';

const isCutOff = (state: LifeState): boolean => isIn(state, CONNECTION_PATH, 'network.cut');

/** What an account took along when it left, or may have: no source says which, and the row asks. */
const askedOfAccount = ({ fate, missing }: LedgerRow): boolean => fate === 'unknown' && missing === 'account.left';

/** The way by which data come, which may be another than the world's. */
const routeIn = (state: LifeState): Route => actorAt(state, RESTORE_PATH)?.way ?? state.world.route;

/** Why an alert may stand in this state; without one it should have gone. */
const CAUSES: Readonly<Record<AlertId, (state: LifeState) => boolean>> = {
  'wifi-lost': (state) => !state.wifi,
  'power-lost': (state) => !state.power,
  'network-cut-off': isCutOff,
  'code-not-received': (state) => isIn(state, `${RESTORE_PATH}/accountSignIn`, 'askingCode'),
  'update-needed': (state) => isIn(state, `${RESTORE_PATH}/backupListing`, 'updating'),
  'wrong-password': (state) => isIn(state, `${RESTORE_PATH}/accountSignIn`, 'passwordWrong'),
  'account-not-allowed': (state) => isIn(state, `${RESTORE_PATH}/accountSignIn`, 'notAllowedHere'),
  // It tells of what has happened.
  'setup-appears': () => true,
  // It stays out until the organisation lets it in again.
  'account-signed-out': () => true,
  'no-backups': (state) => isIn(state, `${RESTORE_PATH}/backupListing`, 'nothingUsable'),
  'backup-needs-newer-ios': (state) => isIn(state, `${RESTORE_PATH}/backupListing`, 'nothingUsable'),
  'backup-password-wrong': (state) =>
    isIn(state, `${RESTORE_PATH}/backupListing`, 'askingPassword') || state.outcome === 'failed',
  'find-my-on': (state) => isIn(state, RESTORE_PATH, 'inUse.findMyOn'),
  'security-delay': (state) => isIn(state, RESTORE_PATH, 'inUse.securityDelay'),
  // Whether it would ask for more stays as unknown as it was.
  'protection-not-known': () => true,
  'activation-locked': (state) => isIn(state, RESTORE_PATH, 'setUp.locked'),
  'not-enough-space': (state) => isIn(state, RESTORE_PATH, 'preconditions.needsSpace') || state.outcome === 'failed',
  'backup-refused': (state) => state.outcome === 'failed',
  'backup-corrupt': (state) => state.outcome === 'failed',
  disconnected: (state) => state.outcome === 'failed',
  'computer-error': (state) => state.outcome === 'failed',
  'enrolment-refused': (state) => isIn(state, ENROLMENT_PATH, 'afterwards.oldProfile.inTheWay'),
  'no-old-phone': (state) => isIn(state, `${RESTORE_PATH}/quickStart`, 'noOldPhone'),
  'quick-start-forbidden': (state) => isIn(state, `${RESTORE_PATH}/quickStart`, 'forbidden'),
  'phones-apart': (state) => isIn(state, `${RESTORE_PATH}/quickStart`, 'apart'),
  'move-needs-update': (state) => isIn(state, RESTORE_PATH, 'moving.needsUpdate'),
  'move-broken-off': (state) => state.outcome === 'failed',
  'not-moved': (state) => state.outcome === 'failed',
  'item-stopped': (state) => state.outcome === 'failed',
  // The erase cannot be taken back.
  'erase-with-no-backup': () => true,
};

/** Laws over every order of everything that a person and the surroundings can do. */
export const LIFE_LAWS: readonly Law<LifeState, LifeStep>[] = [
  {
    name: 'an end is within reach',
    says: 'From every state one of the five ends can be reached.',
    eventually: (state) => isEnd(state.outcome),
  },
  {
    name: 'no end is left',
    says: 'A restore that has ended stays ended, with the same outcome, until the next attempt.',
    step: (step) =>
      !isNewAttempt(step) && isEnd(step.before.outcome) && step.before.outcome !== step.after.outcome
        ? `${step.before.outcome} became ${step.after.outcome}`
        : undefined,
  },
  {
    name: 'an end is an end',
    says: 'With an outcome no restore runs, and without one it does.',
    always: (state) =>
      isEnd(state.outcome) === isRunning(state)
        ? `outcome ${state.outcome}, restore ${isRunning(state) ? 'running' : 'gone'}`
        : undefined,
  },
  {
    name: 'no refusal without a reason',
    says: 'What a state names and refuses has a guard that says no.',
    always: ({ actors, possible }) => {
      const mute = actors.flatMap((actor) => actor.mute).find((type) => !possible.some((event) => event.type === type));
      return mute && `${mute} is refused without a reason`;
    },
  },
  {
    name: 'Stop Restoring while it restores',
    says: 'Stop Restoring is possible exactly while a restore from iCloud runs in the background (C6).',
    always: (state) => {
      const isBackground =
        routeIn(state) === 'icloud' && actorAt(state, `${RESTORE_PATH}/contentDownload`) !== undefined;
      return can(state, 'stop.tapped') === isBackground
        ? undefined
        : `Stop Restoring is ${isBackground ? 'not ' : ''}possible`;
    },
  },
  {
    name: 'nothing downloads without power and Wi-Fi',
    says: 'Content comes down, and settings from iCloud are copied, only with power and Wi-Fi (C3).',
    always: (state) => {
      const fetches = isIn(state, `${RESTORE_PATH}/contentDownload`, 'downloading.content.fetching');
      const copies = isIn(state, RESTORE_PATH, 'placing.copying');
      if (fetches && !(state.wifi && state.power)) return 'content comes down without a connection';
      const route = routeIn(state);
      // Two phones have a link of their own.
      const isLinked = route === 'direct' || (state.power && (state.wifi || route === 'computer'));
      return copies && !isLinked ? 'settings are copied without a connection' : undefined;
    },
  },
  {
    name: 'nothing gets through a VPN that cuts the network',
    says: 'As long as a restored VPN cuts the network, nothing comes down and no service delivers (AX-08).',
    always: (state) =>
      isCutOff(state) &&
      (isIn(state, `${RESTORE_PATH}/contentDownload`, 'downloading.content.fetching') ||
        isIn(state, SYNC_PATH, 'syncing.stores.delivering'))
        ? 'something comes through'
        : undefined,
  },
  {
    name: 'nothing syncs without Wi-Fi',
    says: 'iCloud services deliver only with Wi-Fi.',
    always: (state) =>
      isIn(state, SYNC_PATH, 'syncing.stores.delivering') && !state.wifi
        ? 'a service delivers without Wi-Fi'
        : undefined,
  },
  {
    name: 'everyone knows of the connection',
    says: 'Every actor that hangs on power, on Wi-Fi or on what gets through knows of it what is really so.',
    always: (state) => {
      const isFree = !isCutOff(state);
      const wrong = state.actors.find(
        ({ connection: { wifi = state.wifi, power = state.power, network = isFree } = {} }) =>
          wifi !== state.wifi || power !== state.power || network !== isFree,
      );
      return wrong && `${wrong.path} thinks otherwise`;
    },
  },
  {
    name: 'no success while it restores',
    says: 'The phone shows no finished restore while one runs, and no running one while only sync runs (A12c).',
    always: (state) => {
      const shows = (tag: ChartTag) => state.actors.find(({ tags }) => tags.has(tag));
      if (isRunning(state)) return shows('shows-success') && 'it shows success';
      const restoring = shows('shows-restoring');
      return restoring && `${restoring.path} shows a restore that runs`;
    },
  },
  {
    name: 'every prompt can be answered',
    says: 'Whatever is asked can be answered or skipped.',
    always: (state) => {
      const stuck = state.prompts.find(
        ({ prompt, account }) => !PROMPTS[prompt as PromptId].answeredBy.some((type) => can(state, type, account)),
      );
      return stuck && `${stuck.prompt} cannot be answered`;
    },
  },
  {
    name: 'alerts go with their cause',
    says: 'No alert stands without its cause.',
    always: (state) => state.alerts.find((alert) => !CAUSES[alert as AlertId](state)),
  },
  {
    name: 'frozen is frozen',
    says: 'After the freeze no verdict on the copy in the backup changes (A2).',
    step: (step) => {
      if (isNewAttempt(step) || !step.before.frozen) return undefined;
      const changed = step.after.rows.find((row) => {
        const before = rowBefore(step, row.id)?.backupCopy;
        if (!before || before.outcome === 'eligible') return false;
        // What only waited on a server is no frozen verdict: the app that empties the server takes it.
        const waited = step.move.type === 'app.sentEmptyState' && !FATES[before.outcome].closed;
        return !waited && JSON.stringify(before) !== JSON.stringify(row.backupCopy);
      });
      return changed && `the verdict on ${changed.id} changed`;
    },
  },
  {
    name: 'waiting returns nothing excluded',
    says:
      'Time brings back nothing that was closed; only an iCloud service or an organisation brings its own copy ' +
      '(A3, A12b).',
    step: (step) => {
      if (step.move.type !== 'clock.moved') return undefined;
      const back = step.after.rows.find((row) => {
        const before = rowBefore(step, row.id);
        return (
          before?.fate &&
          // What left the device before the restore was the device's own: of the copy that comes nothing was said yet.
          !(before.fate === 'lost-later' && before.under?.fate === null) &&
          FATES[before.fate].closed &&
          !FATES[before.fate].arrives &&
          row.fate !== before.fate &&
          row.gate !== 'sync' &&
          row.from !== 'organisation'
        );
      });
      return back && `${back.id} came back by waiting`;
    },
  },
  {
    name: 'what arrived stays',
    says: 'What has arrived is not taken away again within one attempt, but by an act of somebody.',
    step: (step) => {
      if (isNewAttempt(step)) return undefined;
      const isAct = step.move.type !== 'clock.moved';
      // Offloading takes an app that can come again: it waits, and nothing is lost.
      const removed = new Set(
        step.lines.flatMap((line) => (line.type === 'item.removed' && line.by === 'person' ? line.items : [])),
      );
      const lost = step.after.rows.find((row) => {
        const before = rowBefore(step, row.id)?.fate;
        const isTaken = row.fate === 'lost-later' || (row.fate === 'pending' && removed.has(row.id));
        if (isAct && (isTaken || askedOfAccount(row))) return false;
        return before && FATES[before].arrives && !(row.fate && FATES[row.fate].arrives);
      });
      return lost && `${lost.id} was taken away`;
    },
  },
  {
    name: 'nothing appears from nowhere',
    says: 'What is there was there before or came, and what came is there until somebody removes it.',
    always: ({ rows }) =>
      rows.find((row) => {
        const isThere = row.fate !== null && FATES[row.fate].arrives;
        return isThere ? !row.onPhone : row.from !== null && row.fate !== 'lost-later' && !askedOfAccount(row);
      })?.id,
  },
  {
    name: 'every fate has a reason',
    says: 'Every fate but “restored” names its rule.',
    always: ({ rows }) => rows.find((row) => row.fate !== null && row.fate !== 'restored' && row.rule === null)?.id,
  },
  {
    name: 'at the end every item has a fate',
    says: 'Once the restore is over, no item of it is left undecided.',
    always: (state) =>
      isEnd(state.outcome)
        ? state.rows.find(
            (row) => row.fate === null && (row.backupCopy === null || row.backupCopy.outcome === 'eligible'),
          )?.id
        : undefined,
  },
  {
    name: 'somebody can always go on',
    says: 'In every state that is no end, something can happen.',
    always: (state) =>
      !isEnd(state.outcome) && state.possible.length === 0 && state.due === null
        ? 'nothing can happen any more'
        : undefined,
  },
];
