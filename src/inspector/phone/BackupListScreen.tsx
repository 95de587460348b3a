import { formatBytes } from '../../model/bytes.ts';
import { must } from '../../model/must.ts';
import { dayInWords } from '../../model/time.ts';
import type { Backup } from '../../model/world.ts';
import { categoryOf } from '../../rulebook/case/case-file.ts';
import { decideAll } from '../../rulebook/judge/decide.ts';
import { listBackups, type ListingRow } from '../../rulebook/case/listing.ts';
import { BLOCKS } from '../../rulebook/case/blocks.ts';
import { routeOf, type Situation, SITUATION_AT_START } from '../../rulebook/case/situation.ts';
import { hasNoDate } from '../../report/listing-words.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStory } from '../state/use-story.ts';
import { PhonePage } from './PhonePage.tsx';
import { Tap } from './Tap.tsx';

/** `28 February`, or `28 February 2024, 02:14` as far as the scenario says. */
function dayOf(made: string, today: string): string {
  const clock = /T(\d\d:\d\d)/.exec(made)?.[1];
  return `${dayInWords(made, today)}${clock === undefined ? '' : `, ${clock}`}`;
}

/** The backups this account or computer shows: newest first, dimmed where one cannot be used, with the reason. */
export function BackupListScreen({ store }: { readonly store: StoryStore }) {
  const { frame } = useStory(store, 'frame');
  const { file } = store;
  const situation = must(frame.situation, 'the situation at the list of backups');
  const route = routeOf(file, situation);
  const rows = listBackups(file, situation.account, situation.ios, route).filter(({ shown }) => shown);
  const best = rows.find(({ usable }) => usable)?.backup;
  const mayUpdate = best === undefined && rows.some(({ reason }) => reason === 'newer-ios');
  return (
    <PhonePage
      store={store}
      id="backup-list"
      {...(best
        ? { main: { event: { type: 'backup.chosen', backup: best.id } as const, word: 'Restore this one' } }
        : mayUpdate
          ? { main: { event: { type: 'update.requested' } as const, word: 'Update iOS' } }
          : {})}
      link={{ event: { type: 'back' }, word: route === 'icloud' ? 'Back to sign-in' : 'Back' }}
    >
      {rows.map((row) => (
        <BackupRow
          key={row.backup.id}
          store={store}
          row={row}
          isBest={row.backup === best}
          size={sizeOf(store, row.backup)}
        />
      ))}
      {rows.length === 0 && (
        <p className="still dim">
          <span>
            <b>No backups</b>
            <small>This account has none that could be shown here.</small>
          </span>
        </p>
      )}
      <Tap store={store} event={{ type: 'setup.asNew' }} as="link">
        Set up as new instead
      </Tap>
    </PhonePage>
  );
}

/** What this backup holds by the rules of capture; one that never completed has no size. */
function sizeOf(store: StoryStore, backup: Backup): string | null {
  if (backup.complete === 'no') return null;
  const { file, world } = store;
  const bytes = file.remember(`size of ${backup.id}`, () => {
    const situation: Situation = {
      ...SITUATION_AT_START,
      backup: backup.id,
      account: backup.account,
      ios: world.device.ios,
    };
    const held = world.items.filter((item) => categoryOf(item).returns !== 'store');
    const verdicts = decideAll(file, held, situation, ['capture']);
    return held.reduce((sum, item, index) => sum + (verdicts[index] ? 0 : item.bytes), 0);
  });
  return formatBytes(bytes);
}

interface RowProps {
  readonly store: StoryStore;
  readonly row: ListingRow;
  readonly isBest: boolean;
  readonly size: string | null;
}

function BackupRow({ store, row: { backup, usable, reason }, isBest, size }: RowProps) {
  return (
    <Tap
      store={store}
      event={{ type: 'backup.chosen', backup: backup.id }}
      as="choice"
      className={isBest ? 'chosen' : usable ? '' : 'dim'}
    >
      <span>
        <b>
          {hasNoDate(backup) ? 'No date and no size' : dayOf(backup.made, store.world.today)}
          {isBest && <em>Newest</em>}
        </b>
        <small>
          <bdi>{backup.device.slice(0, 60)}</bdi>
          {size === null ? '' : `, ${size}`}
        </small>
        {reason !== null && <small className="reason">{BLOCKS[reason]}</small>}
      </span>
    </Tap>
  );
}
