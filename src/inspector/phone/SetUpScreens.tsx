import { onScreen } from '../../report/device-voice.ts';
import type { FullScreenId } from '../../model/screens.ts';
import type { PossibleEvent } from '../../run/possible-events.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStory } from '../state/use-story.ts';
import { Hills, WifiGlyph } from './glyphs.tsx';
import { PhonePage, type ScreenAction } from './PhonePage.tsx';
import { Tap } from './Tap.tsx';
import { phoneWords } from './wording.ts';
import './phone.css';
import './screens.css';

interface ScreenProps {
  readonly store: StoryStore;
  readonly id: FullScreenId;
}

export function HelloScreen({ store }: ScreenProps) {
  const { frame } = useStory(store, 'frame');
  const over = frame.outcome === 'never-started';
  return (
    <div className="screen sky">
      <Hills />
      <div className="hello">
        <p className="hello-word">Hello</p>
        <p>Hallo, Bonjour, Hola</p>
      </div>
      <footer>
        {over ? (
          <p className="sky-note">Set up as new</p>
        ) : (
          <>
            {store.world.route === 'direct' && (
              <Tap store={store} event={{ type: 'quickStart.begun' }} as="light">
                Use the old iPhone
              </Tap>
            )}
            <Tap store={store} event={{ type: 'setup.started' }} as="light">
              {store.world.route === 'direct' ? 'Set up by hand' : 'Start'}
            </Tap>
          </>
        )}
      </footer>
    </div>
  );
}

export function WifiScreen({ store, id }: ScreenProps) {
  const { frame } = useStory(store, 'frame');
  return (
    <PhonePage store={store} id={id} main={{ event: { type: 'wifi.joined' }, word: 'Continue' }}>
      <Tap store={store} event={{ type: 'wifi.joined' }} as="choice" className={frame.phone.wifi ? 'chosen' : 'dim'}>
        <WifiGlyph size={16} />
        <span>
          <b>Home</b>
          <small>{frame.phone.wifi ? 'In reach' : 'Out of reach now'}</small>
        </span>
      </Tap>
      <p className="still">
        <WifiGlyph size={16} />
        <span>
          <b>Café guest</b>
          <small>Open; not for backups</small>
        </span>
      </p>
    </PhonePage>
  );
}

export function PasscodeScreen({ store, id }: ScreenProps) {
  return (
    <PhonePage
      store={store}
      id={id}
      main={{ event: { type: 'passcode.chosen' }, word: 'Set passcode' }}
      link={{ event: { type: 'passcode.skipped' }, word: 'Use no passcode' }}
    >
      <p className="dots" aria-hidden="true">
        {'○ '.repeat(6)}
      </p>
    </PhonePage>
  );
}

export function AppsAndDataScreen({ store, id }: ScreenProps) {
  const { edition, route, device } = store.world;
  const computer = edition === 'modern' ? 'From Mac or PC' : 'Restore from iTunes Backup';
  const cloud = edition === 'modern' ? 'From iCloud Backup' : 'Restore from iCloud Backup';
  return (
    <PhonePage store={store} id={id}>
      <Tap store={store} event={{ type: 'route.chosen' }} as="choice" className="chosen">
        <span>
          <b>{route === 'icloud' ? cloud : route === 'computer' ? computer : 'From the old iPhone'}</b>
          <small>The way of this story</small>
        </span>
      </Tap>
      {route === 'direct' ? (
        <Tap store={store} event={{ type: 'cloud.chosen' }} as="choice">
          <span>
            <b>{cloud}</b>
            <small>In place of the old iPhone</small>
          </span>
        </Tap>
      ) : (
        <p className="still dim">
          <span>
            <b>{route === 'icloud' ? computer : cloud}</b>
            <small>Another story</small>
          </span>
        </p>
      )}
      <Tap store={store} event={{ type: 'setup.asNew' }} as="choice">
        <span>
          <b>{edition === 'modern' ? 'Don’t transfer anything' : onScreen('Set up as new iPhone', device.kind)}</b>
          <small>Begins empty</small>
        </span>
      </Tap>
    </PhonePage>
  );
}

export function HomeInUseScreen({ store, id }: ScreenProps) {
  const { route, device } = store.world;
  const erase: PossibleEvent = { type: 'erase.requested' };
  return route === 'computer' ? (
    <PhonePage
      store={store}
      id={id}
      main={{ event: { type: 'restore.requested' }, word: 'Restore Backup (on the computer)' }}
      link={{ event: erase, word: onScreen('Erase this iPhone', device.kind) }}
    >
      <p className="still">
        <span>
          <b>Connected by cable</b>
          <small>The computer offers a restore</small>
        </span>
      </p>
    </PhonePage>
  ) : (
    <PhonePage store={store} id={id} main={{ event: erase, word: 'Erase All Content' }}>
      <p className="still">
        <span>
          <b>{route === 'direct' ? 'Move from the old iPhone' : 'Restore from iCloud'}</b>
          <small>Offered only during setup: everything has to be erased first</small>
        </span>
      </p>
    </PhonePage>
  );
}

/** A screen with a title, a sentence and at most two things to do. */
export function PlainScreen({
  store,
  id,
  main,
  link,
}: ScreenProps & { readonly main?: ScreenAction; readonly link?: ScreenAction }) {
  return <PhonePage store={store} id={id} {...(main ? { main } : {})} {...(link ? { link } : {})} />;
}

/** A screen on which there is nothing to do but to wait. */
export function WaitingScreen({ store, id }: ScreenProps) {
  return (
    <PhonePage store={store} id={id}>
      <p className="wheel" role="img" aria-label={phoneWords(id, store.world).title} />
    </PhonePage>
  );
}
