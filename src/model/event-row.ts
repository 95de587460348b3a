/** The parts of a story in which a script entry can happen, in their order. */
export const PHASES = [
  'in-use',
  'erasing',
  'set-up',
  'quick-start',
  'sign-in',
  'listing',
  'preconditions',
  'eligibility',
  'placement',
  'restart',
  'enrolment',
  'download',
  'sync',
  'over',
] as const;
export type Phase = (typeof PHASES)[number];

/** What an event of a script can carry: the name of something in the world, or one of these words. */
export const EVENT_DATA = {
  account: 'name',
  backup: 'name',
  app: 'name',
  password: ['right', 'wrong'],
  esim: ['keep', 'delete'],
  copies: ['keep', 'remove'],
} as const satisfies Readonly<Record<string, 'name' | readonly string[]>>;
export type EventData = keyof typeof EVENT_DATA;

/** When a person who does everything as expected does it, in a state that calls for it. */
export type UsualWhen =
  | 'always'
  | 'first-account-signs-in'
  | 'first-password-known'
  | 'password-known'
  | 'backup-password-known'
  | 'linked-password-known'
  | 'passcode-in-use';

/** What the customer can see of the phone's surroundings and of its lock. */
export const PHONE_SWITCHES = ['wifi', 'power', 'locked'] as const;

/** What a person does or what happens around the phone: what a script can give. */
export interface ScriptEventRow {
  readonly by: 'person' | 'surroundings';
  readonly data: readonly EventData[];
  readonly mayCarry?: readonly EventData[];
  /** The words on a button; `shortTitle` where the data follow. */
  readonly title: string;
  readonly shortTitle?: string;
  /** To be read aloud; by the password where it carries one. */
  readonly sentence: string | Readonly<Record<(typeof EVENT_DATA)['password'][number], string>>;
  /** The part of the story in which it comes; null for what can come at any time. */
  readonly phase: Phase | null;
  readonly usual: UsualWhen;
  /** No effect on anything; left out when something is looked for that would move the story. */
  readonly harmless?: true;
  /** It leaves the way that leads to everything that can come back. */
  readonly leaves?: true;
  /** What `src/run` tells the machines with it, out of the journal. */
  readonly told?: readonly InnerEventData[];
  /** What it changes about the phone that the customer can see at once. */
  readonly phone?: Readonly<Partial<Record<(typeof PHONE_SWITCHES)[number], boolean>>>;
}

/** What an event carries that no script can give. */
export type InnerEventData = 'file' | 'situation' | 'restoreRan' | 'lacking' | 'anew' | 'there' | 'kept' | 'enrolment';

/** What `src/run` says, and what one machine tells another. */
export interface InnerEventRow {
  readonly by: 'run' | 'notice';
  readonly data: readonly InnerEventData[];
}
