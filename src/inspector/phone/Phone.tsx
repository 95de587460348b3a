import { useState } from 'react';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { BackupPasswordScreen, CodeScreen, SignInScreen } from './AccountScreens.tsx';
import { BackupListScreen } from './BackupListScreen.tsx';
import { PlugGlyph, NoPowerGlyph, WifiGlyph } from './glyphs.tsx';
import { HomeScreen } from './HomeScreen.tsx';
import { RestartingScreen, RestoringScreen } from './RestoringScreens.tsx';
import { screenOf, type ShownScreen } from '../../stepping/screen-of.ts';
import { SettingsScreen } from './SettingsScreen.tsx';
import {
  AppsAndDataScreen,
  HelloScreen,
  HomeInUseScreen,
  PasscodeScreen,
  PlainScreen,
  WifiScreen,
} from './SetUpScreens.tsx';
import { Sheets } from './Sheets.tsx';
import { Tap } from './Tap.tsx';
import { isScreen } from './wording.ts';
import './phone.css';

const MINUTE = 60_000;
/** When the story begins on the phone's clock; no source says, and nothing depends on it. */
const BEGINS_AT = 10 * 60 + 12;

const pad = (part: number): string => String(part).padStart(2, '0');

function clockAt(at: number): string {
  const minutes = BEGINS_AT + Math.floor(at / MINUTE);
  return `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}

/** The phone as the customer sees it, drawn from the state alone. */
export function Phone({ store }: ViewProps) {
  const { frame } = useStory(store);
  const shown = screenOf(frame);
  const [inSettings, setInSettings] = useState(false);
  const isHome = shown.id.startsWith('home-');
  const dark = (isHome && !inSettings) || shown.id === 'hello' || shown.id === 'restarting' || frame.phone.locked;
  return (
    <div className="device">
      <div
        className={dark ? 'glass dark' : 'glass'}
        role="group"
        aria-label={`The phone shows: ${frame.phone.locked ? 'locked' : shown.says || shown.id}`}
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
            <Screen store={store} shown={shown} inSettings={inSettings && isHome} onSettings={setInSettings} />
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

function Screen({ store, shown: { id, state }, inSettings, onSettings }: ScreenProps) {
  if (!isScreen(id))
    return (
      <div className="screen paper">
        <h3>{id}</h3>
      </div>
    );
  switch (id) {
    case 'hello':
      return <HelloScreen store={store} id={id} />;
    case 'wifi':
      return <WifiScreen store={store} id={id} />;
    case 'passcode':
      return <PasscodeScreen store={store} id={id} />;
    case 'apps-and-data':
      return <AppsAndDataScreen store={store} id={id} />;
    case 'home':
      return <HomeInUseScreen store={store} id={id} />;
    case 'sign-in':
      return <SignInScreen store={store} />;
    case 'two-factor':
      return <CodeScreen store={store} />;
    case 'backup-list':
      return <BackupListScreen store={store} />;
    case 'backup-password':
      return <BackupPasswordScreen store={store} />;
    case 'restoring':
    case 'restoring-paused':
      return <RestoringScreen store={store} state={state} isPaused={id === 'restoring-paused'} />;
    case 'restarting':
      return <RestartingScreen />;
    case 'home-restoring':
    case 'home-paused':
    case 'home-done': {
      const isOver = id === 'home-done';
      return inSettings ? (
        <SettingsScreen store={store} isOver={isOver} onBack={() => onSettings(false)} />
      ) : (
        <HomeScreen store={store} isOver={isOver} isPaused={id === 'home-paused'} onSettings={() => onSettings(true)} />
      );
    }
    default:
      return <PlainScreen store={store} id={id} />;
  }
}
