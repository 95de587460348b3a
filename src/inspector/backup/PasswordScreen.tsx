import { type FormEvent, useId, useState } from 'react';
import type { BackupDesk, BackupPhase } from './backup-desk.ts';
import { listedInWords } from './backup-words.ts';
import { SAMPLE_PASSWORD } from './talk.ts';

interface PasswordProps {
  readonly desk: BackupDesk;
  readonly locked: Extract<BackupPhase, { readonly is: 'locked' }>;
  readonly isSample: boolean;
}

/** The password of an encrypted backup, or what can be told without it. It is tried here and kept nowhere. */
export function PasswordScreen({ desk, locked: { backup, canTry, problem }, isSample }: PasswordProps) {
  const [password, setPassword] = useState('');
  const id = useId();
  const tryIt = (event: FormEvent) => {
    event.preventDefault();
    if (password === '') return;
    setPassword('');
    void desk.unlock(password);
  };
  return (
    <div className="backup-body scrolls" tabIndex={0} role="group" aria-label="The password">
      <form className="backup-card narrow" onSubmit={tryIt}>
        <h3>This backup is encrypted</h3>
        <p>
          <b>{backup.model}</b> <span className="quiet">{listedInWords(backup)}</span>
        </p>
        {problem !== null && (
          <p className="wrong" role="alert">
            {problem}
          </p>
        )}
        {canTry && (
          <>
            <label htmlFor={id}>The password of the backup</label>
            <input
              id={id}
              type="password"
              className="typed-in"
              autoComplete="off"
              spellCheck={false}
              maxLength={500}
              ref={(input) => {
                if (input && document.activeElement?.closest('.backup-card') === null) input.focus();
              }}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            {isSample && (
              <p className="quiet">
                It is a sample, and its password is <code>{SAMPLE_PASSWORD}</code>. Try a wrong one as well.
              </p>
            )}
            <p className="quiet">
              It was set in Finder, iTunes or Apple Devices, perhaps on another computer or by an organisation, and
              holds for every later backup of the device. It is neither the passcode nor the password of the Apple
              Account. It is tried in this browser, which takes some seconds, and is kept nowhere.
            </p>
          </>
        )}
        <div className="line-up">
          {canTry && (
            <button type="submit" className="button main" disabled={password === ''}>
              Open it
            </button>
          )}
          <button type="button" className={canTry ? 'button' : 'button main'} onClick={() => void desk.goOnWithout()}>
            Go on without it
          </button>
        </div>
        <p className="quiet">
          Without it can be told: the device, its iOS, the day, the apps, whether the device would take the backup, and
          how much there is in all. What is in it cannot.
        </p>
      </form>
    </div>
  );
}
