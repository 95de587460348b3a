/** How long another window of the same lesson is waited for; one that is there answers within a few. */
const PATIENCE = 150;

/** Another window of this browser in which the same lesson is open. */
export interface OtherWindow {
  /** The attempt as it stands there; `null` when there is no such window. */
  readonly attemptThere: Promise<string | null>;
  /** What another window is told when it asks. */
  readonly tellAttempt: (text: string) => void;
  /** Called when a newer window has taken the lesson over. */
  readonly onTakenOver: (act: () => void) => void;
}

interface Word {
  readonly from: string;
  readonly says: 'here' | 'was here';
  readonly attempt: string;
}

/** The newest window goes on, from where the older one stands; the older one is told. Nothing leaves the browser. */
export function watchOtherWindows(name: string): OtherWindow {
  const own = crypto.randomUUID();
  let attempt = '';
  let takenOver: (() => void) | null = null;
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  const say = (says: Word['says']) => channel?.postMessage({ from: own, says, attempt } satisfies Word);
  const attemptThere = new Promise<string | null>((resolve) => {
    channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      if (data.from === own) return;
      if (data.says === 'was here') resolve(data.attempt === '' ? null : data.attempt);
      else {
        // First of all this window says good-bye to the LMS: some hold only one visit open.
        takenOver?.();
        say('was here');
        channel.close();
      }
    });
    setTimeout(() => resolve(null), channel === null ? 0 : PATIENCE);
  });
  say('here');
  return {
    attemptThere,
    tellAttempt: (text) => {
      attempt = text;
    },
    onTakenOver: (act) => {
      takenOver = act;
    },
  };
}
