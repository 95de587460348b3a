import { onScreen } from '../../report/device-voice.ts';
import { routeOf } from '../../rulebook/case/situation.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStory } from '../state/use-story.ts';
import { BoxToPhone } from './glyphs.tsx';
import { progressOf } from './progress.ts';
import { Tap } from './Tap.tsx';

interface RestoringProps {
  readonly store: StoryStore;
  readonly state: string;
  readonly isPaused: boolean;
}

/** The bar. What was dropped is not mentioned: that silence is how it is. */
export function RestoringScreen({ store, state, isPaused }: RestoringProps) {
  const { ledger, frame } = useStory(store, 'ledger', 'frame');
  const { edition, device } = store.world;
  const route = frame.situation ? routeOf(store.file, frame.situation) : store.world.route;
  const { part, says, left } = progressOf(ledger.rows, isPaused ? 'placing' : state, route);
  const from =
    route === 'icloud'
      ? 'iCloud'
      : route === 'direct'
        ? 'the old iPhone'
        : edition === 'modern'
          ? 'the computer'
          : 'iTunes';
  return (
    <div className="screen paper">
      <div className="restoring">
        <BoxToPhone part={part} />
        <h3>
          {route === 'direct' ? 'Moving' : 'Restoring'} from {from}
        </h3>
        <p className="lead">{isPaused ? 'Paused: it goes on where it was' : onScreen(says, device.kind)}</p>
        <Bar part={part} label="Restore" />
        <p className="beside-bar">
          <span>{isPaused ? 'Waiting' : left}</span>
          <b>{Math.round(part * 100)} %</b>
        </p>
      </div>
      <footer>
        <p className="advice">
          {route === 'icloud'
            ? onScreen('Stay on Wi-Fi and keep the iPhone plugged in.', device.kind)
            : route === 'direct'
              ? 'Keep both close together.'
              : 'Keep the cable connected.'}
        </p>
        {route === 'direct' && (
          <Tap store={store} event={{ type: 'transfer.cancelled' }} as="link">
            Cancel
          </Tap>
        )}
      </footer>
    </div>
  );
}

export function Bar({ part, label }: { readonly part: number; readonly label: string }) {
  const percent = Math.round(part * 100);
  return (
    <div
      className="bar-track"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </div>
  );
}

export function RestartingScreen() {
  return (
    <div className="screen night">
      <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
        <circle cx="22" cy="22" r="18" fill="none" stroke="#2b323d" strokeWidth="4" />
        <path
          className="turning"
          d="M22 4a18 18 0 0 1 17 12"
          fill="none"
          stroke="#edeff3"
          strokeWidth="4"
          strokeLinecap="round"
        />
      </svg>
      <h3>Restarting</h3>
      <p>Putting your data in place</p>
    </div>
  );
}
