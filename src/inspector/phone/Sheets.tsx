import type { World } from '../../model/world.ts';
import { onScreen } from '../../report/device-voice.ts';
import { must } from '../../model/must.ts';
import type { ComponentType } from 'react';
import { SCRIPT_EVENTS } from '../../model/events.ts';
import { screenRow, type SheetId } from '../../model/screens.ts';
import { type AlertId, type AlertRow, ALERTS } from '../../rulebook/tables/alerts.ts';
import type { Notice } from '../../rulebook/tables/notice.ts';
import { PROMPTS } from '../../rulebook/tables/prompts.ts';
import type { PossibleEvent } from '../../run/possible-events.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { Tap } from './Tap.tsx';
import { addressOf } from './wording.ts';
import type { ShownScreen } from '../../run/screen-of.ts';
import './phone.css';
import './sheets.css';

const SHEETS: Readonly<Record<SheetId, ComponentType<ViewProps>>> = {
  'store-password': StoreSheet,
  'keychain-passcode': KeychainSheet,
};

/** What lies over the screen: the question that waits, else the alert that is open. */
const noticeWords = ({ text }: Notice, { edition, device }: World): string => onScreen(text[edition], device.kind);

export function Sheets({ store, shown: { id, sheet } }: { readonly store: StoryStore; readonly shown: ShownScreen }) {
  const { frame } = useStory(store, 'frame');
  if (sheet !== null) {
    const Sheet = SHEETS[sheet];
    return <Sheet store={store} />;
  }
  const raisedNow = new Set(
    frame.marks.flatMap((mark) => (mark.kind === 'alert' && mark.id !== undefined ? [mark.id] : [])),
  );
  const open =
    frame.alerts.findLast((alert) => raisedNow.has(alert) || ALERTS[alert as AlertId].shown !== 'once') ??
    [...raisedNow].at(-1);
  return open === undefined ? null : <AlertSheet store={store} alert={open as AlertId} isAbove={!screenRow(id).home} />;
}

/** `isAbove`: it leaves the actions at the foot of the screen free. */
function AlertSheet({
  store,
  alert,
  isAbove,
}: {
  readonly store: StoryStore;
  readonly alert: AlertId;
  readonly isAbove: boolean;
}) {
  const notice: AlertRow = ALERTS[alert];
  return (
    <div className={isAbove ? 'sheet above' : 'sheet'} role="group" aria-label={`Alert: ${notice.title}`}>
      <h3>{notice.title}</h3>
      <p>{noticeWords(notice, store.world)}</p>
      {notice.helps && (
        <Tap store={store} event={{ type: notice.helps } as PossibleEvent} as="link">
          {SCRIPT_EVENTS[notice.helps].title}
        </Tap>
      )}
    </div>
  );
}

function StoreSheet({ store }: { readonly store: StoryStore }) {
  const { frame } = useStory(store, 'frame');
  const notice = PROMPTS['account-password'];
  const account = must(
    frame.prompts.find(({ prompt }) => prompt === 'account-password')?.account,
    'the account that a password is asked for',
  );
  return (
    <div className="sheet" role="group" aria-label={notice.title}>
      <h3>{notice.title}</h3>
      <p>{noticeWords(notice, store.world)}</p>
      <p className="entry">
        <bdi>{addressOf(account)}</bdi>
      </p>
      <div className="pair">
        <Tap store={store} event={{ type: 'store.passwordSkipped', account }} as="link">
          Skip
        </Tap>
        <Tap store={store} event={{ type: 'store.passwordEntered', account }} as="link">
          Sign in
        </Tap>
      </div>
    </div>
  );
}

function KeychainSheet({ store }: { readonly store: StoryStore }) {
  const notice = PROMPTS['keychain-passcode'];
  return (
    <div className="sheet" role="group" aria-label={notice.title}>
      <h3>{notice.title}</h3>
      <p>{noticeWords(notice, store.world)}</p>
      <div className="pair">
        <Tap store={store} event={{ type: 'keychain.passcodeSkipped' }} as="link">
          Not now
        </Tap>
        <Tap store={store} event={{ type: 'keychain.passcodeEntered' }} as="link">
          Enter it
        </Tap>
      </div>
    </div>
  );
}

/** Whether the words over the screen are sourced. */
export function wordingOfSheets({
  alerts,
  prompts,
}: {
  readonly alerts: readonly string[];
  readonly prompts: readonly { readonly prompt: string }[];
}): Notice['wording'] | null {
  const prompt = prompts.at(-1)?.prompt;
  const alert = alerts.at(-1);
  if (prompt !== undefined && prompt in PROMPTS) return PROMPTS[prompt as keyof typeof PROMPTS].wording;
  return alert !== undefined && alert in ALERTS ? ALERTS[alert as keyof typeof ALERTS].wording : null;
}
