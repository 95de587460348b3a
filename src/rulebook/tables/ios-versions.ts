import { must } from '../../model/must.ts';
import { compareVersions } from '../../model/version.ts';
import type { ReferenceId } from '../evidence/references.ts';

interface VersionRow {
  /** What differs from this version on, for backups and restores. */
  readonly brings: string;
  readonly cites: readonly ReferenceId[];
}

/**
 * The versions that sources tell apart, oldest first. A rule may hold from one of them or before one of them, and no
 * other version can be named: where no source tells a difference, none is made.
 */
export const IOS_VERSIONS = {
  '3.0': { brings: 'A single video over 2 GB stays out of backups', cites: ['BK-19'] },
  '4.0': { brings: 'No source tells of such a limit from here on', cites: ['BK-19'] },
  '9.0': { brings: 'Backups of iCloud are served from here on', cites: ['EL-06', 'EL-27'] },
  '10.1': { brings: 'Backups no longer hold keys tied to a security chip', cites: ['KC-18'] },
  '11.0': { brings: 'The list of calls leaves iCloud backups; Health can sync', cites: ['IC-20', 'VS-12'] },
  '11.4': { brings: 'Messages can sync', cites: ['VS-13'] },
  '12.0': { brings: 'Voice memos leave iCloud backups and can sync', cites: ['IC-12'] },
  '12.4': { brings: 'A phone can take its data straight from another', cites: ['PP-01'] },
  '13.0': { brings: 'The Screen Time passcode leaves computer backups', cites: ['CT-07', 'VS-02'] },
  '14.0': { brings: 'Setup reports a finished restore; keys and certificates can sync', cites: ['KC-31', 'OG-21'] },
  '14.7': { brings: 'The list of past look-ups leaves backups', cites: ['CP-23'] },
  '15.0': { brings: 'iCloud lends space for a new phone', cites: ['BK-01', 'VS-04'] },
  '15.2': { brings: 'The lock screen offers an erase', cites: ['LO-01'] },
  '16.0': { brings: 'An eSIM moves between phones; the watch asks by itself', cites: ['PP-26', 'PP-21'] },
  '16.1': {
    brings: 'A computer backup asks for the passcode; photos can be shared in a library',
    cites: ['EL-15', 'CT-10'],
  },
  '16.2': { brings: 'Homes are sealed end to end; Advanced Data Protection', cites: ['EE-10', 'EE-13'] },
  '17.0': { brings: 'Return to Service; the passcode from before a change opens it', cites: ['OG-16', 'LO-02'] },
  '17.2': { brings: 'Journal', cites: ['EE-11', 'VS-06'] },
  '17.3': { brings: 'Stolen Device Protection', cites: ['EE-26'] },
  '18.0': { brings: 'A nearby device can put iOS on again', cites: ['TG-22'] },
  '18.1': { brings: 'A bad name of a data group stops a restore by a tool', cites: ['TL-14'] },
  '26.0': { brings: 'Recovery Assistant; a change of management service without erase', cites: ['TG-22', 'OG-12'] },
  '26.1': { brings: 'A framework moves data of apps to other systems', cites: ['PP-27'] },
  '26.4': { brings: 'Stolen Device Protection may be on without asking', cites: ['DX-11', 'EE-26'] },
  '27.0': { brings: 'A restore by a tool does not put supervision back', cites: ['OG-10', 'VS-09'] },
} as const satisfies Readonly<Record<string, VersionRow>>;

export type IosVersion = keyof typeof IOS_VERSIONS;
const LIMITS = (Object.keys(IOS_VERSIONS) as IosVersion[]).toSorted(compareVersions);

/** From one version that sources tell apart up to the next; every iOS lies in one of them. */
export type IosEra = 'older' | `ios-${IosVersion}`;

/** The eras, oldest first, each with words that fit behind “was made by” and “runs”. */
export const IOS_ERAS: Readonly<Record<IosEra, string>> = Object.fromEntries([
  ['older', `an iOS before ${shown(must(LIMITS[0], 'the oldest version'))}`],
  ...LIMITS.map((limit, place) => {
    const next = LIMITS[place + 1];
    return [`ios-${limit}`, next ? `iOS ${shown(limit)} up to before ${shown(next)}` : `iOS ${shown(limit)} or later`];
  }),
]) as Record<IosEra, string>;
const ERAS = Object.keys(IOS_ERAS) as IosEra[];

export const iosEraOf = (ios: string): IosEra => {
  const limit = LIMITS.findLast((candidate) => compareVersions(ios, candidate) >= 0);
  return limit === undefined ? 'older' : `ios-${limit}`;
};

/** From a version on, before a version, or both. */
interface IosRange {
  readonly from?: IosVersion;
  readonly before?: IosVersion;
}
/** One stretch of versions, or several, oldest first. */
export type IosRanges = IosRange | readonly IosRange[];

/** Of the backup, as its maker recorded it; of the device, as it runs at that moment (an update may have raised it). */
export interface IosBounds {
  readonly backup?: IosRanges;
  readonly device?: IosRanges;
}

const eachOf = (ranges: IosRanges): readonly IosRange[] => ('length' in ranges ? ranges : [ranges]);

export const erasWithin = (ranges: IosRanges): readonly IosEra[] =>
  eachOf(ranges).flatMap(({ from, before }) =>
    ERAS.slice(
      from === undefined ? 0 : ERAS.indexOf(`ios-${from}`),
      before === undefined ? undefined : ERAS.indexOf(`ios-${before}`),
    ),
  );

/** `iOS 13 or later`, `an iOS before 12.4`, `iOS 12 up to before 13`. */
export const rangesInWords = (ranges: IosRanges): string => eachOf(ranges).map(rangeInWords).join(', or ');

function rangeInWords({ from, before }: IosRange): string {
  if (from === undefined) return before === undefined ? 'any iOS' : `an iOS before ${shown(before)}`;
  return before === undefined ? `iOS ${shown(from)} or later` : `iOS ${shown(from)} up to before ${shown(before)}`;
}

/** `13.0` is written `13`, as people say it. */
function shown(version: IosVersion): string {
  return version.replace(/\.0$/, '');
}
