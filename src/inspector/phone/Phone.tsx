import { type ReactElement, Suspense, useState } from 'react';
import { PROGRAMS } from '../../model/programs.ts';
import { capitalised } from '../../model/phrases.ts';
import { type FullScreenId, isOnComputer, screenRow } from '../../model/screens.ts';
import { onScreen } from '../../report/device-voice.ts';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import { BackupPasswordScreen, CodeScreen, SignInScreen } from './AccountScreens.tsx';
import { BackupListScreen } from './BackupListScreen.tsx';
import { PlugGlyph, NoPowerGlyph, WifiGlyph } from './glyphs.tsx';
import { HomeScreen } from './HomeScreen.tsx';
import type { ScreenAction } from './PhonePage.tsx';
import { RestartingScreen, RestoringScreen } from './RestoringScreens.tsx';
import { screenOf, type ShownScreen } from '../../run/screen-of.ts';
import {
  AppsAndDataScreen,
  HelloScreen,
  HomeInUseScreen,
  PasscodeScreen,
  PlainScreen,
  WaitingScreen,
  WifiScreen,
} from './SetUpScreens.tsx';
import { Sheets } from './Sheets.tsx';
import { Tap } from './Tap.tsx';
import { part } from '../parts/part.ts';
import './phone.css';

/** Seen by whoever opens Settings on the phone, and by nobody before. */
const SettingsScreen = part(async () => (await import('./SettingsScreen.tsx')).SettingsScreen);

const MINUTE = 60_000;
/** When the story begins on the phone's clock; no source says, and nothing depends on it. */
const BEGINS_AT = 10 * 60 + 12;

const pad = (count: number): string => String(count).padStart(2, '0');

function clockAt(at: number): string {
  const minutes = BEGINS_AT + Math.floor(at / MINUTE);
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}

/** The phone as the customer sees it, drawn from the state alone. */
export function Phone({ store }: ViewProps) {
  const { frame } = useStory(store, 'frame');
  const shown = screenOf(frame);
  const [inSettings, setInSettings] = useState(false);
  const row = screenRow(shown.id);
  const [isHome, isDark] = [row.home === true, row.dark === true];
  const dark = (isDark && !(isHome && inSettings)) || frame.phone.locked;
  const route = useRoute(store);
  const called = onScreen('The phone', store.world.device.kind);
  if (isOnComputer(shown.id, route)) {
    const { title } = PROGRAMS[store.world.computer.software];
    return (
      <div className="device computer">
        <div className="glass" role="group" aria-label={`The computer shows: ${shown.says || shown.id}`}>
          <p className="window-bar">
            <span className="window-signs" aria-hidden="true" />
            {capitalised(title)}
          </p>
          {SCREENS[shown.id]({ store, shown, inSettings: false, onSettings: setInSettings })}
        </div>
      </div>
    );
  }
  return (
    <div className="device">
      <div
        className={dark ? 'glass dark' : 'glass'}
        role="group"
        aria-label={`${called} shows: ${frame.phone.locked ? 'locked' : shown.says || shown.id}`}
      >
        <div className="status">
          <span>{clockAt(frame.atMs)}</span>
          <span className="signs">
            {frame.phone.wifi ? <WifiGlyph /> : <span className="off">no Wi-Fi</span>}
            {frame.phone.power ? <PlugGlyph /> : <NoPowerGlyph />}
            <span className="hidden">
              {frame.phone.wifi ? 'On Wi-Fi' : ''}, {frame.phone.power ? 'plugged in' : 'not plugged in'}
            </span>
          </span>
        </div>
        {frame.phone.locked ? (
          <Locked store={store} time={clockAt(frame.atMs)} />
        ) : (
          <>
            {SCREENS[shown.id]({ store, shown, inSettings: inSettings && isHome, onSettings: setInSettings })}
            <Sheets store={store} shown={shown} />
          </>
        )}
      </div>
    </div>
  );
}

function Locked({ store, time }: ViewProps & { readonly time: string }) {
  return (
    <div className="screen night">
      <p className="lock-time">{time}</p>
      <p>Locked</p>
      <Tap store={store} event={{ type: 'screen.unlocked' }} as="light">
        Unlock
      </Tap>
    </div>
  );
}

interface ScreenProps extends ViewProps {
  readonly shown: ShownScreen;
  readonly inSettings: boolean;
  readonly onSettings: (open: boolean) => void;
}

const GIVE_UP: ScreenAction = { event: { type: 'person.gaveUp' }, word: 'Give up' };

/** How each screen is drawn. */
const SCREENS: Readonly<Record<FullScreenId, (props: ScreenProps) => ReactElement>> = {
  hello: ({ store }) => <HelloScreen store={store} id="hello" />,
  wifi: ({ store }) => <WifiScreen store={store} id="wifi" />,
  activating: ({ store }) => <WaitingScreen store={store} id="activating" />,
  'activation-lock': ({ store }) => (
    <PlainScreen
      store={store}
      id="activation-lock"
      main={{ event: { type: 'activation.unlocked' }, word: 'Enter the password' }}
      link={GIVE_UP}
    />
  ),
  passcode: ({ store }) => <PasscodeScreen store={store} id="passcode" />,
  'apps-and-data': ({ store }) => <AppsAndDataScreen store={store} id="apps-and-data" />,
  'setup-goes-on': ({ store }) => (
    <PlainScreen store={store} id="setup-goes-on" main={{ event: { type: 'setup.asNew' }, word: 'Continue' }} />
  ),
  'remote-management': ({ store }) => (
    <PlainScreen
      store={store}
      id="remote-management"
      main={{ event: { type: 'enrolment.accepted' }, word: 'Enrol this device' }}
      link={{ event: { type: 'enrolment.declined' }, word: 'Go on without' }}
    />
  ),
  enrolling: ({ store }) => <WaitingScreen store={store} id="enrolling" />,
  home: ({ store }) => <HomeInUseScreen store={store} id="home" />,
  'locked-out': ({ store }) => (
    <PlainScreen
      store={store}
      id="locked-out"
      main={{ event: { type: 'lockScreen.erased' }, word: 'Erase this iPhone' }}
      link={GIVE_UP}
    />
  ),
  'find-my': ({ store }) => (
    <PlainScreen
      store={store}
      id="find-my"
      main={{ event: { type: 'findMy.turnedOff' }, word: 'Turn off Find My' }}
      link={GIVE_UP}
    />
  ),
  'security-delay': ({ store }) => (
    <PlainScreen
      store={store}
      id="security-delay"
      main={{ event: { type: 'place.familiar' }, word: 'Reach a familiar place' }}
      link={GIVE_UP}
    />
  ),
  erasing: ({ store }) => <WaitingScreen store={store} id="erasing" />,
  'quick-start': ({ store }) => (
    <PlainScreen
      store={store}
      id="quick-start"
      main={{ event: { type: 'pattern.scanned' }, word: 'Scan with the old phone' }}
      link={{ event: { type: 'back' }, word: 'Back' }}
    />
  ),
  'owner-of-old-phone': ({ store }) => (
    <PlainScreen
      store={store}
      id="owner-of-old-phone"
      main={{ event: { type: 'owner.shown' }, word: 'Show face or finger' }}
      link={GIVE_UP}
    />
  ),
  'old-passcode': ({ store }) => (
    <PlainScreen
      store={store}
      id="old-passcode"
      main={{ event: { type: 'oldPasscode.entered' }, word: 'Enter the passcode' }}
      link={GIVE_UP}
    />
  ),
  'needs-update': ({ store }) => (
    <PlainScreen
      store={store}
      id="needs-update"
      main={{ event: { type: 'update.requested' }, word: 'Update now' }}
      link={GIVE_UP}
    />
  ),
  'esim-transfer': ({ store }) => (
    <PlainScreen
      store={store}
      id="esim-transfer"
      main={{ event: { type: 'line.moved' }, word: 'Move the line' }}
      link={{ event: { type: 'line.left' }, word: 'Not now' }}
    />
  ),
  'watch-question': ({ store }) => (
    <PlainScreen
      store={store}
      id="watch-question"
      main={{ event: { type: 'watch.taken' }, word: 'Use with this iPhone' }}
      link={{ event: { type: 'watch.left' }, word: 'Not now' }}
    />
  ),
  'sign-in': ({ store }) => <SignInScreen store={store} />,
  'two-factor': ({ store }) => <CodeScreen store={store} />,
  'backup-list-loading': ({ store }) => <WaitingScreen store={store} id="backup-list-loading" />,
  'backup-list': ({ store }) => <BackupListScreen store={store} />,
  updating: ({ store }) => <WaitingScreen store={store} id="updating" />,
  'backup-password': ({ store }) => <BackupPasswordScreen store={store} />,
  'needs-power': ({ store }) => (
    <PlainScreen
      store={store}
      id="needs-power"
      main={{ event: { type: 'power.back' }, word: 'Plug in' }}
      link={GIVE_UP}
    />
  ),
  'needs-wifi': ({ store }) => (
    <PlainScreen
      store={store}
      id="needs-wifi"
      main={{ event: { type: 'wifi.back' }, word: 'Back on Wi-Fi' }}
      link={GIVE_UP}
    />
  ),
  'needs-space': ({ store }) => (
    <PlainScreen
      store={store}
      id="needs-space"
      main={{ event: { type: 'back' }, word: 'Choose another backup' }}
      link={GIVE_UP}
    />
  ),
  restoring: ({ store, shown }) => <RestoringScreen store={store} state={shown.state} isPaused={false} />,
  'restoring-frozen': ({ store, shown }) => <RestoringScreen store={store} state={shown.state} isPaused={false} />,
  'restart-awaited': ({ store, shown }) => <RestoringScreen store={store} state={shown.state} isPaused={false} />,
  'restoring-paused': ({ store, shown }) => <RestoringScreen store={store} state={shown.state} isPaused />,
  restarting: () => <RestartingScreen />,
  'home-restoring': Home,
  'home-paused': Home,
  'home-new': Home,
  'home-frozen': Home,
  'home-done': Home,
  failed: ({ store }) => <PlainScreen store={store} id="failed" />,
};

function Home({ store, shown: { id }, inSettings, onSettings }: ScreenProps) {
  const isOver = id === 'home-done' || id === 'home-new';
  return inSettings ? (
    <Suspense fallback={<div className="screen paper settings" />}>
      <SettingsScreen store={store} isOver={isOver} onBack={() => onSettings(false)} />
    </Suspense>
  ) : (
    <HomeScreen store={store} isOver={isOver} isPaused={id === 'home-paused'} onSettings={() => onSettings(true)} />
  );
}
