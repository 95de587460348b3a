import { capitalised } from '../model/phrases.ts';
import { must } from '../model/must.ts';
import { spokenNames } from '../model/spoken-names.ts';
import type { Outcome } from '../model/fates.ts';
import type { Backup, World } from '../model/world.ts';
import { categoryNamed } from '../rulebook/case/case-file.ts';
import { canBeSignedIn, isBeyondReach, isSealed, listBackups } from '../rulebook/case/listing.ts';
import { type Block, BLOCKS } from '../rulebook/case/blocks.ts';
import type { Situation } from '../rulebook/case/situation.ts';
import { hangingApp } from '../rulebook/case/on-the-device.ts';
import { heldBy } from '../rulebook/judge/decide.ts';
import type { JournalLine } from '../run/journal-line.ts';
import { caseFileOf } from '../run/case-file-of.ts';
import { isShutOut } from '../run/other-backups.ts';
import type { Accessible } from './accessible.ts';
import type { ItemView } from './item-view.ts';
import { titlesOf } from './story-text.ts';

/*
 * What backups still hold of what is not on the phone. A restore takes nothing out of a backup, so what a person threw
 * away afterwards, and what a broken restore left open, lies in it as before.
 */

/** Where a story ended, as far as the next restore hangs on it. */
export interface Ended {
  readonly world: World;
  readonly outcome: Outcome;
  readonly lines: readonly JournalLine[];
  /** What is settled when the story is told; `null` before its first line. */
  readonly situation: Situation | null;
}

export const UNFINISHED: ReadonlySet<Outcome> = new Set<Outcome>(['never-started', 'stopped', 'failed']);

/** Blocks that lie in the backup itself: of such a one nobody says that it is fine. */
const IN_THE_BACKUP: ReadonlySet<Block> = new Set<Block>(['damaged', 'stale-index', 'no-index']);

export function isHarmed(lines: readonly JournalLine[]): boolean {
  const end = lines.findLast((line) => line.type === 'restore.ended');
  return end !== undefined && end.because !== null && IN_THE_BACKUP.has(end.because);
}

/** What had come, or lay ready for its app, and was thrown away with it: the backup has it all the same. */
const THROWN_AWAY: readonly string[] = ['phone/deleted-with-its-app', 'app/given-up-with-its-icon'];

/** Its app would come no further over these data another time either. */
export function isThrownAway(world: World, { id, rule }: ItemView): boolean {
  const file = caseFileOf(world);
  return rule !== null && THROWN_AWAY.includes(rule) && hangingApp(file, must(file.item(id), id)) === undefined;
}

/** A restore that never began, or did not end, leaves its backup as it was. */
export function chosenBackup({ world, outcome, lines, situation }: Ended, missing: readonly ItemView[]): Accessible[] {
  const chosen = world.backups.find(({ id }) => id === situation?.backup);
  if (chosen === undefined || isHarmed(lines) || isBeyondReach(caseFileOf(world), chosen)) return [];
  const again = chosen.kind === 'icloud' ? 'Another restore of it, after an erase,' : 'Another restore of it';
  if (UNFINISHED.has(outcome))
    return rowOf(
      world,
      chosen,
      missing.filter(({ fate, row }) => fate === 'not-downloaded' || (fate === 'unknown' && row.gate === 'phone')),
      // Where somebody stopped it, nothing stands in the way of the next one.
      outcome === 'stopped'
        ? `It is unchanged and holds these. ${again} can bring them, if it runs to its end.`
        : 'It is unchanged and holds these. What ended the restore has to be settled first.',
    );
  return rowOf(
    world,
    chosen,
    missing.filter((view) => isThrownAway(world, view)),
    `It still holds these. ${again} brings them, if their app is left where it is this time.`,
  );
}

function rowOf(world: World, backup: Backup, views: readonly ItemView[], says: string): Accessible[] {
  const file = caseFileOf(world);
  const held = views.filter(
    (view) =>
      heldBy(file, must(file.item(view.id), view.id), backup) === 'yes' &&
      categoryNamed(view.category).returns !== 'store',
  );
  if (held.length === 0) return [];
  return [{ where: capitalised(spokenNames(world).backup(backup.id)), what: titlesOf(held), says }];
}

/** Every backup of the world that still can be used and holds it counts, whichever was chosen. */
export function otherBackups(ended: Ended, missing: readonly ItemView[]): Accessible[] {
  const { world, situation } = ended;
  const file = caseFileOf(world);
  const chosen = situation?.backup;
  const ios = situation?.ios ?? world.device.ios;
  return world.backups
    .filter((backup) => backup.id !== chosen && !isBeyondReach(file, backup))
    .flatMap((backup) => {
      const route = backup.kind;
      const listed = listBackups(file, backup.account, ios, route).find((row) => row.backup.id === backup.id);
      // One that no list shows is in nobody's way.
      const blocked = listed?.reason ?? (isSealed(backup) ? 'backup-password' : null);
      return rowOf(
        world,
        backup,
        missing.filter(
          (view) => view.fate !== 'pending' && !isShutOut(file, must(file.item(view.id), view.id), situation, backup),
        ),
        !blocked ? `It holds these. ${howToGetIt(ended, backup)}` : `It holds these. In its way: ${BLOCKS[blocked]}.`,
      );
    });
}

/** The list of backups shows those of the account that is signed in, and no others (EL-03). */
function onceSignedIn(world: World, account: string, signedIn: string | null | undefined): string {
  if (signedIn === account) return '';
  if (!canBeSignedIn(caseFileOf(world).account(account)))
    return ', once somebody can sign in to the account that made it';
  return signedIn ? ', once the account that made it is signed in' : '';
}

/** An iCloud backup is to be had in Setup alone; a device that stands there already has nothing to be erased. */
function howToGetIt({ world, outcome, lines, situation }: Ended, { kind, account }: Backup): string {
  if (kind === 'computer') return 'Its own conditions decide what comes.';
  const isErased = situation?.erased === true || world.device.state === 'new';
  // One that was refused before anything was read has left the device where it stood.
  const hasBegun = lines.some((line) => line.type === 'conditions.compared');
  const isRefused = outcome === 'never-started' || (outcome === 'failed' && !hasBegun);
  const isSetUp = lines.some((line) => line.type === 'event' && line.event === 'setup.asNew');
  const inSetup = isRefused && isErased && !isSetUp;
  const first = onceSignedIn(world, account, situation?.account);
  return inSetup
    ? `It can be chosen in Setup${first}, and its own conditions decide what comes.`
    : `Restoring it erases the device first${first && '. It can be chosen in Setup'}${first}, and its own conditions ` +
        'decide what comes.';
}
