import type { StoryStore } from '../state/story-store.ts';
import { PhonePage } from './PhonePage.tsx';
import { Tap } from './Tap.tsx';
import { addressOf } from './wording.ts';

interface ScreenProps {
  readonly store: StoryStore;
}

const MAX_ACCOUNTS = 4;

export function SignInScreen({ store }: ScreenProps) {
  const { accounts } = store.world;
  const first = accounts[0];
  return (
    <PhonePage
      store={store}
      id="sign-in"
      {...(first
        ? {
            main: {
              event: { type: 'account.entered', account: first.id, password: 'right' } as const,
              word: 'Continue',
            },
          }
        : {})}
      link={{ event: { type: 'back' }, word: 'Back' }}
    >
      {accounts.slice(0, MAX_ACCOUNTS).map(({ id, password }, index) => (
        <Tap
          key={id}
          store={store}
          event={{ type: 'account.entered', account: id, password: 'right' }}
          as="choice"
          className={index === 0 ? 'chosen' : ''}
        >
          <span>
            <b className="clip">
              <bdi>{addressOf(id)}</bdi>
            </b>
            <small>{password === 'known' ? '● ● ● ● ● ●' : 'Password forgotten'}</small>
          </span>
        </Tap>
      ))}
      {first && (
        <Tap store={store} event={{ type: 'account.entered', account: first.id, password: 'wrong' }} as="link">
          Mistype the password
        </Tap>
      )}
    </PhonePage>
  );
}

export function CodeScreen({ store }: ScreenProps) {
  return (
    <PhonePage
      store={store}
      id="two-factor"
      main={{ event: { type: 'code.entered' }, word: 'Enter the code' }}
      link={{ event: { type: 'back' }, word: 'Back' }}
    >
      <p className="code" aria-hidden="true">
        {['4', '1', '7', '', '', ''].map((digit, index) => (
          <span key={index} className={index === 3 ? 'next' : ''}>
            {digit}
          </span>
        ))}
      </p>
    </PhonePage>
  );
}

export function BackupPasswordScreen({ store }: ScreenProps) {
  return (
    <PhonePage
      store={store}
      id="backup-password"
      main={{ event: { type: 'backup.passwordEntered', password: 'right' }, word: 'Restore' }}
      link={{ event: { type: 'back' }, word: 'Cancel' }}
    >
      <p className="entry">● ● ● ● ● ● ● ●</p>
      <Tap store={store} event={{ type: 'backup.passwordEntered', password: 'wrong' }} as="link">
        Mistype the password
      </Tap>
    </PhonePage>
  );
}
