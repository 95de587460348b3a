import type { ReferenceId } from '../rulebook/evidence/references.ts';
import type { CheckFinding, PreflightInput } from './check-finding.ts';
import { findFormat, findKeybag, findList, findPassword, findPayload, findStatus } from './preflight-findings.ts';
import { findFindMy, findIcloudRestore, findIos, findRoom, findShared } from './preflight-of-device.ts';

/** What a device looks at before and while it restores. */
export type PreflightCheck = CheckFinding & {
  readonly id: CheckId;
  readonly title: string;
  readonly cites: readonly ReferenceId[];
};

interface Check {
  readonly title: string;
  readonly cites: readonly ReferenceId[];
  readonly find: (input: PreflightInput) => CheckFinding;
}

/**
 * The checks in the order in which a device makes them (FM-19); the first that fails ends the restore. What a folder
 * cannot tell is said to be open, with what to look at.
 */
const CHECKS = {
  'shared-ipad': {
    title: 'The device is no iPad that several people share',
    cites: ['MB-22'],
    find: (input) => findShared(input),
  },
  'icloud-restore': {
    title: 'No restore from iCloud runs on it',
    cites: ['MB-25'],
    find: (input) => findIcloudRestore(input),
  },
  'find-my': {
    title: 'Find My is off',
    cites: ['MB-211'],
    find: (input) => findFindMy(input),
  },
  status: {
    title: 'The backup ended as it should (Status.plist)',
    cites: ['EL-09', 'FM-10', 'MB-204'],
    find: ({ read }) => findStatus(read),
  },
  versions: {
    title: 'The device reads backups of this kind',
    cites: ['MB-205', 'MB-203'],
    find: ({ read }) => findFormat(read),
  },
  ios: {
    title: 'The device runs the iOS of the backup or a later one',
    cites: ['EL-01', 'MB-203'],
    find: (input) => findIos(input),
  },
  keybag: {
    title: 'The key bag is there (Manifest.plist)',
    cites: ['MB-205', 'FM-16'],
    find: ({ read }) => findKeybag(read),
  },
  password: {
    title: 'The password fits',
    cites: ['CP-15', 'MB-207'],
    find: ({ read }) => findPassword(read),
  },
  list: {
    title: 'The list of files is there (Manifest.db)',
    cites: ['EL-09', 'BK-13', 'FM-17'],
    find: ({ read, list }) => findList(read, list),
  },
  room: {
    title: 'The device has room for it',
    cites: ['EL-11', 'MB-105', 'MB-106'],
    find: (input) => findRoom(input),
  },
  payload: {
    title: 'All files that the list names are there',
    cites: ['BK-14', 'MB-205'],
    find: ({ read, list }) => findPayload(read, list),
  },
} as const satisfies Readonly<Record<string, Check>>;
export type CheckId = keyof typeof CHECKS;

export const preflightOf = (input: PreflightInput): readonly PreflightCheck[] =>
  (Object.entries(CHECKS) as [CheckId, Check][]).map(([id, { title, cites, find }]) => ({
    id,
    title,
    cites,
    ...find(input),
  }));
