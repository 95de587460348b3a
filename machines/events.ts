import type { Fate, Gate, Outcome } from '../src/model/fates.ts';
import type { AlertId, PromptId } from '../src/rulebook/tables/alerts.ts';
import type { CaseFile } from '../src/rulebook/case/case-file.ts';
import type { Block, Situation } from '../src/rulebook/case/situation.ts';

/** Every event carries the simulated moment in milliseconds since the story began. */
interface At {
  readonly at: number;
}

/** What the person in front of the phone does. */
export type PersonEvent = At &
  (
    | { readonly type: 'findMy.turnedOff' }
    | { readonly type: 'erase.requested' }
    | { readonly type: 'restore.requested' }
    | { readonly type: 'setup.started' }
    | { readonly type: 'wifi.joined' }
    | { readonly type: 'activation.unlocked' }
    | { readonly type: 'passcode.chosen' }
    | { readonly type: 'passcode.skipped' }
    | { readonly type: 'route.chosen' }
    | { readonly type: 'setup.asNew' }
    /** `backup`: the one the person had wanted. */
    | { readonly type: 'person.gaveUp'; readonly backup?: string }
    | { readonly type: 'account.entered'; readonly account: string; readonly password: 'right' | 'wrong' }
    | { readonly type: 'code.entered' }
    | { readonly type: 'back' }
    | { readonly type: 'backup.chosen'; readonly backup: string }
    | { readonly type: 'backup.passwordEntered'; readonly password: 'right' | 'wrong' }
    | { readonly type: 'update.requested' }
    | { readonly type: 'stop.tapped' }
    | { readonly type: 'store.passwordEntered'; readonly account: string }
    | { readonly type: 'store.passwordSkipped'; readonly account: string }
    | { readonly type: 'keychain.passcodeEntered' }
    | { readonly type: 'keychain.passcodeSkipped' }
    | { readonly type: 'settings.signedIn'; readonly account: string }
    | { readonly type: 'app.loggedIn'; readonly app: string }
    | { readonly type: 'screen.tapped' }
    | { readonly type: 'screen.locked' }
    | { readonly type: 'screen.unlocked' }
  );

/** What happens around the phone. */
export type SurroundingsEvent = At &
  (
    | { readonly type: 'wifi.lost' }
    | { readonly type: 'wifi.back' }
    | { readonly type: 'power.lost' }
    | { readonly type: 'power.back' }
    | { readonly type: 'computer.disconnected' }
    | { readonly type: 'move.failed' }
  );

/** What `src/run` itself says: time passes, the story stops, the next attempt begins. */
export type RunEvent = At &
  (
    | { readonly type: 'clock.moved' }
    | { readonly type: 'story.ended' }
    | { readonly type: 'attempt.began'; readonly file: CaseFile }
  );

/** What the restore tells iCloud sync, actor to actor. */
export type NoticeEvent = At & {
  readonly type: 'homeScreen.reached';
  readonly situation: Situation;
  readonly restoreRan: boolean;
};

export type SimulationEvent = PersonEvent | SurroundingsEvent | RunEvent | NoticeEvent;

/** What leaves a machine for the journal. */
export type Emitted =
  | {
      readonly type: 'item.judged';
      readonly items: readonly string[];
      readonly gate: Gate;
      readonly rule: string | null;
      readonly outcome: Fate | 'eligible';
      readonly missing?: string;
      readonly also: readonly string[];
    }
  | {
      readonly type: 'item.arrived';
      readonly items: readonly string[];
      readonly gate: Gate;
      readonly from: 'backup' | 'store' | 'sync';
      readonly rule: string | null;
    }
  | {
      readonly type: 'item.waiting';
      readonly items: readonly string[];
      readonly gate: Gate;
      readonly rule: string;
      readonly also: readonly string[];
    }
  | { readonly type: 'sync.withheld'; readonly items: readonly string[]; readonly rule: string }
  | {
      readonly type: 'conditions.compared';
      readonly backup: string;
      readonly differences: readonly { readonly fact: string; readonly backup: string; readonly now: string }[];
    }
  | { readonly type: 'verdicts.frozen'; readonly eligible: number; readonly stopped: number }
  | { readonly type: 'device.erased' }
  | { readonly type: 'alert.raised'; readonly alert: AlertId }
  | { readonly type: 'alert.cleared'; readonly alert: AlertId }
  | { readonly type: 'prompt.shown'; readonly prompt: PromptId; readonly account?: string }
  | {
      readonly type: 'prompt.answered';
      readonly prompt: PromptId;
      readonly account?: string;
      readonly answer: 'given' | 'skipped' | 'wrong';
    }
  | { readonly type: 'restore.ended'; readonly outcome: Outcome; readonly because: Block | null };

/**
 * The moment of an event, whichever of its carriers holds it (an event, a child's output, an actor's input). Throws a
 * TypeError when none does: a story that took 0 for a moment would jump back to its beginning.
 */
export function momentOf(event: unknown): number {
  const { type, at, output, input } = event as {
    type?: string;
    at?: number;
    output?: { at?: number };
    input?: { at?: number };
  };
  const moment = at ?? output?.at ?? input?.at;
  if (moment === undefined) throw new TypeError(`the event “${type}” carries no moment`);
  return moment;
}
