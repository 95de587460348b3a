import { formatBytes } from '../../model/bytes.ts';
import { EVENT_DATA } from '../../model/event-row.ts';
import { routeOf } from '../../rulebook/case/situation.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStory } from '../state/use-story.ts';
import { downloadOf } from './progress.ts';
import { Bar } from './RestoringScreens.tsx';
import { Tap } from './Tap.tsx';
import { addressOf } from './wording.ts';

interface SettingsProps {
  readonly store: StoryStore;
  readonly isOver: boolean;
  readonly onBack: () => void;
}

/** While a restore from iCloud runs, its backup row is dimmed and offers to stop; afterwards it is as always. */
export function SettingsScreen({ store, isOver, onBack }: SettingsProps) {
  const { recording, ledger, frame } = useStory(store, 'recording', 'ledger', 'frame');
  const { apps, bytes, part } = downloadOf(recording.items, ledger.rows);
  const { edition, accounts } = store.world;
  const route = frame.situation ? routeOf(store.file, frame.situation) : store.world.route;
  const restoring = !isOver && route === 'icloud';
  return (
    <div className="screen paper settings">
      <button type="button" className="tap back" onClick={onBack}>
        ‹ {edition === 'modern' ? 'iCloud' : 'Settings'}
      </button>
      <h3>Backup</h3>
      <div className="middle scrolls">
        <p className={restoring ? 'still dim' : 'still'}>
          <span>
            <b>iCloud Backup</b>
            {restoring && <small className="reason">Not while it restores</small>}
          </span>
          <span className={restoring ? 'switch' : 'switch on'} aria-hidden="true" />
        </p>
        {restoring && (
          <div className="still tall">
            <b>Restoring</b>
            <small>
              {apps === 1 ? '1 app' : `${apps} apps`} and {formatBytes(bytes)} to go
            </small>
            <Bar part={part} label="Content" />
          </div>
        )}
        {isOver &&
          frame.situation?.account &&
          EVENT_DATA.copies.map((copies) => (
            <Tap key={copies} store={store} event={{ type: 'settings.signedOut', copies }} as="choice">
              <span>
                <b>Sign out</b>
                <small>{copies === 'keep' ? 'and keep a copy here' : 'and keep no copy'}</small>
              </span>
            </Tap>
          ))}
        {isOver &&
          accounts.slice(0, 3).map(({ id }) => (
            <Tap key={id} store={store} event={{ type: 'settings.signedIn', account: id }} as="choice">
              <span>
                <b>Sign in</b>
                <small>
                  <bdi>{addressOf(id)}</bdi>
                </small>
              </span>
            </Tap>
          ))}
      </div>
      {restoring && (
        <footer>
          <Tap store={store} event={{ type: 'stop.tapped' }} as="halt">
            Stop Restoring
          </Tap>
          <p className="fine">What has not arrived cannot be fetched later without erasing again.</p>
        </footer>
      )}
    </div>
  );
}
