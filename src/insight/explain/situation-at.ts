import type { CaseFile } from '../../rulebook/case/case-file.ts';
import { type Block, type Situation, situationAtStart } from '../../rulebook/case/situation.ts';
import type { JournalLine } from '../../run/journal.ts';

/** What the journal tells about the situation so far; `syncAccount` differs after a late sign-in from Settings. */
interface SituationFold {
  readonly situation: Situation;
  readonly syncAccount: string | null;
  /** What the last event from outside carried; it counts once a transition takes it. */
  readonly data: Readonly<Record<string, string>>;
  readonly account: string | null;
  readonly backup: string | null;
}

const SIGN_IN = 'accountSignIn';
const LISTING = 'backupListing';

const atStart = (file: CaseFile): SituationFold => ({
  situation: { ...situationAtStart(file), erased: false },
  syncAccount: null,
  data: {},
  account: null,
  backup: null,
});

/**
 * The situation in which an item was judged, folded from the journal up to the end of a step.
 * `file` is the case file of the last attempt in those lines; `gate` tells which actor judged.
 */
export function situationAt(file: CaseFile, lines: readonly JournalLine[], step: number, gate: string): Situation {
  let told = atStart(file);
  for (const line of lines) {
    if (line.step > step) break;
    told = line.type === 'attempt.began' ? atStart(file) : after(told, line, file);
  }
  return gate === 'sync' ? { ...told.situation, account: told.syncAccount ?? told.situation.account } : told.situation;
}

function after(told: SituationFold, line: JournalLine, file: CaseFile): SituationFold {
  switch (line.type) {
    case 'event':
      return line.event === 'story.ended' ? change(told, { ended: 'story-ended' }) : { ...told, data: line.data };
    case 'transition':
      return afterTransition(told, line, file);
    case 'device.erased':
      return change(told, { erased: true });
    case 'conditions.compared':
      return change(told, {
        backup: line.backup,
        erased: told.situation.erased || file.world.device.state === 'in-use',
      });
    case 'prompt.answered':
      return afterAnswer(told, line);
    case 'restore.ended':
      return change(told, { blocked: line.because as Block | null, ended: ENDED[line.outcome] ?? 'finished' });
    default:
      return told;
  }
}

const ENDED: Readonly<Record<string, Situation['ended']>> = {
  stopped: 'stopped',
  failed: 'failed',
  'never-started': 'never-started',
};

const change = (told: SituationFold, part: Partial<Situation>): SituationFold => ({
  ...told,
  situation: { ...told.situation, ...part },
});

function afterTransition(
  told: SituationFold,
  { actor, event, taken, states }: Extract<JournalLine, { type: 'transition' }>,
  file: CaseFile,
): SituationFold {
  const { data, situation } = told;
  if (actor.endsWith(SIGN_IN)) {
    const account = event === 'account.entered' ? (data['account'] ?? null) : told.account;
    return states.includes('signedIn') ? change({ ...told, account }, { account }) : { ...told, account };
  }
  if (actor.endsWith(LISTING)) return afterListing(told, event, taken, states, file);
  switch (event) {
    case 'passcode.chosen':
      return change(told, { passcode: true });
    case 'passcode.skipped':
      return change(told, { passcode: false });
    case 'app.loggedIn':
      return change(told, { loggedIn: [...new Set([...situation.loggedIn, data['app'] ?? ''])] });
    case 'settings.signedIn':
      return { ...told, syncAccount: data['account'] ?? null };
    default:
      return told;
  }
}

function afterListing(
  told: SituationFold,
  event: string,
  taken: readonly string[],
  states: readonly string[],
  { world }: CaseFile,
): SituationFold {
  if (taken.some((name) => name.startsWith('updating|')))
    return change(told, { ios: world.device.latestIos ?? told.situation.ios });
  const backup = event === 'backup.chosen' ? (told.data['backup'] ?? null) : told.backup;
  if (states.includes('chosen')) return change({ ...told, backup }, { backup });
  return states.includes('wentBack') && world.route === 'icloud'
    ? change({ ...told, backup }, { account: null })
    : { ...told, backup };
}

function afterAnswer(
  told: SituationFold,
  { prompt, account = '', answer }: Extract<JournalLine, { type: 'prompt.answered' }>,
): SituationFold {
  const { passwordsGiven, passwordsSkipped } = told.situation;
  if (prompt === 'keychain-passcode')
    return change(told, { keychainPasscode: answer === 'given' ? 'given' : 'skipped' });
  if (prompt !== 'account-password') return told;
  return answer === 'given'
    ? change(told, {
        passwordsGiven: [...passwordsGiven, account],
        passwordsSkipped: passwordsSkipped.filter((skipped) => skipped !== account),
      })
    : change(told, { passwordsSkipped: [...passwordsSkipped, account] });
}
