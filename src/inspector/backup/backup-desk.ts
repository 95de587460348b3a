import { orNull } from '../../model/optional.ts';
import { InputError, type Problem } from '../../model/problem.ts';
import { BackupChanged } from '../../import/backup-changed.ts';
import { isOneFile } from '../export/own-page.ts';
import { Observable } from '../state/observable.ts';
import type { BackupAnswer } from './backup-answer.ts';
import { BackupThread, type BackupQuestion, type BackupReply } from './backup-thread.ts';
import { AS_IT_WAS, type TargetChoice, targetWishesOf } from './choice.ts';
import type { GivenBackup, PayloadLook, PayloadPart } from './found-backup.ts';
import type { ReadingProgress, BackupGlance, SampleKind } from './talk.ts';

/** What stands in the sheet. */
export type BackupPhase =
  | { readonly is: 'start' }
  | ({ readonly is: 'working' } & ReadingProgress)
  | { readonly is: 'choosing'; readonly backups: readonly BackupGlance[] }
  | { readonly is: 'locked'; readonly backup: BackupGlance; readonly canTry: boolean; readonly problem: string | null }
  | { readonly is: 'answer'; readonly answer: BackupAnswer };

/** How far the payload files were looked at: `none` where the page got no folder. */
export type PayloadState =
  | { readonly is: 'none' | 'looked at' | 'not looked at' }
  | { readonly is: 'looking'; readonly seen: number };

export interface ReadingTrouble {
  readonly title: string;
  readonly problems: readonly Problem[];
}

export interface BackupDeskSnapshot {
  readonly phase: BackupPhase;
  readonly trouble: ReadingTrouble | null;
  /** The device that the answer is for. */
  readonly choice: TargetChoice;
  /** The answer for the choice is still being worked out. */
  readonly isBehind: boolean;
  /** Why the choice is none that a device could have. */
  readonly refused: string | null;
  readonly payload: PayloadState;
  /** A sample of nobody. */
  readonly sample: SampleKind | null;
}

const EMPTY: BackupDeskSnapshot = {
  phase: { is: 'start' },
  trouble: null,
  choice: AS_IT_WAS,
  isBehind: false,
  refused: null,
  payload: { is: 'none' },
  sample: null,
};
/** So many payload files are looked at without being asked: it takes about a second. */
const FEW_FILES = 5000;
/** Names go to the thread by so many at once. */
const NAMES_AT_ONCE = 2000;

/** A backup on its way from a folder to the answer: what of it the page shows, and what it may ask the thread for. */
export class BackupDesk extends Observable<BackupDeskSnapshot> {
  readonly #thread = new BackupThread();
  #found: readonly GivenBackup[] = [];
  #look: PayloadLook | undefined;
  #underWay = new AbortController();

  constructor() {
    super(EMPTY);
  }

  /**
   * Looks for the backups in what the person gave, and begins to read once there are some. `false`: there is none, and
   * the desk is as it was.
   */
  async take(find: () => Promise<readonly GivenBackup[]>, onFound: () => void): Promise<boolean> {
    const title = 'This could not be read';
    try {
      const found = await find();
      const [only] = found;
      if (!only) return false;
      onFound();
      // The sheet of such a page says where a backup can be read.
      if (isOneFile()) return true;
      await this.#guarded(title, async (signal) => {
        this.#found = found;
        if (found.length === 1) await this.#read(only, signal);
        else await this.#list(found, signal);
      });
    } catch (error) {
      onFound();
      this.#fail(title, error);
    }
    return true;
  }

  /** One of the list. */
  async choose(index: number): Promise<void> {
    const chosen = this.#found[index];
    if (chosen) await this.#guarded('This backup could not be read', (signal) => this.#read(chosen, signal));
  }

  /** Shows the list again, where there was one. */
  get hasOthers(): boolean {
    return this.#found.length > 1;
  }
  backToList = (): Promise<void> =>
    this.#guarded('These could not be read', (signal) => this.#list(this.#found, signal));

  async trySample(sample: SampleKind): Promise<void> {
    this.#found = [];
    await this.#guarded('The sample could not be made', async (signal) => {
      this.set({ phase: { is: 'working', says: 'Making a backup of nobody' }, sample, payload: { is: 'looked at' } });
      this.#show(await this.#ask({ kind: 'sample', sample, wishes: this.#wishes }), signal);
    });
  }

  /** The password is handed on and not kept. */
  unlock = (password: string): Promise<void> => this.#fromLocked({ kind: 'unlock', password, wishes: this.#wishes });

  goOnWithout = (): Promise<void> => this.#fromLocked({ kind: 'without', wishes: this.#wishes });

  async #fromLocked(question: BackupQuestion): Promise<void> {
    const signal = this.#underWay.signal;
    this.set({ phase: { is: 'working', says: 'Opening the backup' }, trouble: null });
    try {
      this.#show(await this.#ask(question), signal);
      if (this.getSnapshot().phase.is === 'answer') await this.#lookIfCheap(signal);
    } catch (error) {
      if (!signal.aborted) this.#fail('This backup could not be read', error);
    }
  }

  /** Another device, another iOS, another room: the answer follows. */
  async aimAt(part: Partial<TargetChoice>): Promise<void> {
    const choice = { ...this.getSnapshot().choice, ...part };
    this.set({ choice });
    if (this.getSnapshot().phase.is === 'answer') await this.#again(false);
  }

  /** Names and lengths of all payload files, however many there are. */
  async lookAtPayload(): Promise<void> {
    const look = this.#look;
    const signal = this.#underWay.signal;
    if (!look) return;
    try {
      let seen = 0;
      let waiting = 0;
      let parts: PayloadPart[] = [];
      this.set({ payload: { is: 'looking', seen } });
      for await (const part of look.each(signal)) {
        seen += part.names.length;
        waiting += part.names.length;
        parts.push(part);
        if (waiting < NAMES_AT_ONCE) continue;
        if (signal.aborted) return;
        this.#thread.give(parts);
        [parts, waiting] = [[], 0];
        this.set({ payload: { is: 'looking', seen } });
      }
      if (signal.aborted) return;
      this.#thread.give(parts);
      this.set({ payload: { is: 'looked at' } });
      await this.#again(true);
    } catch (error) {
      if (signal.aborted) return;
      const title = 'The files of the folder could not be looked at';
      // Gone since the folder was listed: what was read is the half of one backup and the half of another.
      if (isRefused(error) && error.name === 'NotFoundError') return this.#fail(title, new BackupChanged(''));
      if (!isRefused(error)) return this.#fail(title, error);
      this.set({ payload: { is: 'not looked at' } });
      this.showTrouble(title, refused(error).problems);
    }
  }

  /** Ends what is being read, at once; nothing of it stays. */
  cancel(): void {
    this.#underWay.abort();
    this.#thread.giveUp();
    this.#found = [];
    this.#look = undefined;
    this.set(EMPTY);
  }

  dismissTrouble(): void {
    this.set({ trouble: null });
  }

  showTrouble(title: string, problems: readonly Problem[]): void {
    this.set({ trouble: { title, problems } });
  }

  get #wishes() {
    return targetWishesOf(this.getSnapshot().choice);
  }

  #begin(howFar: ReadingProgress): AbortSignal {
    this.#underWay.abort();
    this.#underWay = new AbortController();
    this.#thread.giveUp();
    this.#look = undefined;
    this.set({ ...EMPTY, phase: { is: 'working', ...howFar } });
    return this.#underWay.signal;
  }

  async #guarded(title: string, act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const signal = this.#begin({ says: 'Reading' });
    try {
      await act(signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(title, error);
    }
  }

  async #list(found: readonly GivenBackup[], signal: AbortSignal): Promise<void> {
    const reply = await this.#ask({ kind: 'list', backups: found.map(({ given }) => given) });
    if (signal.aborted || reply.kind !== 'listed') return;
    this.set({ phase: { is: 'choosing', backups: reply.backups } });
  }

  async #read({ given, payload }: GivenBackup, signal: AbortSignal): Promise<void> {
    this.set({ phase: { is: 'working', says: 'Reading the backup' } });
    this.#look = payload;
    this.set({ payload: { is: payload ? 'not looked at' : 'none' } });
    this.#show(await this.#ask({ kind: 'read', given, wishes: this.#wishes }), signal);
    if (!signal.aborted && this.getSnapshot().phase.is === 'answer') await this.#lookIfCheap(signal);
  }

  async #lookIfCheap(signal: AbortSignal): Promise<void> {
    const about = await this.#look?.estimate();
    if (about !== undefined && about <= FEW_FILES && !signal.aborted) await this.lookAtPayload();
  }

  async #again(withPayload: boolean): Promise<void> {
    const signal = this.#underWay.signal;
    this.set({ isBehind: true });
    try {
      const reply = await this.#thread.ask({ kind: 'again', withPayload, wishes: this.#wishes });
      this.#show(reply, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof InputError)) return this.#fail('The answer could not be worked out', error);
      this.set({ isBehind: false, refused: error.problems.map(({ message }) => message).join('; ') });
    }
  }

  #ask(question: BackupQuestion): Promise<BackupReply> {
    return this.#thread.ask(question, ({ says, part }) => {
      if (this.getSnapshot().phase.is === 'working')
        this.set({ phase: { is: 'working', says, ...(part === undefined ? {} : { part }) } });
    });
  }

  #show(reply: BackupReply, signal: AbortSignal): void {
    if (signal.aborted) return;
    if (reply.kind === 'answer')
      this.set({ phase: { is: 'answer', answer: reply.answer }, isBehind: false, refused: null });
    if (reply.kind !== 'locked') return;
    const { backup, canTry } = reply;
    this.set({ phase: { is: 'locked', backup, canTry, problem: orNull(reply.problem) } });
  }

  #fail(title: string, error: unknown): void {
    this.#thread.close();
    this.#look = undefined;
    const told = isRefused(error) ? refused(error) : error;
    const problems =
      told instanceof InputError
        ? told.problems
        : [
            {
              file: '',
              message: `This is a fault of the program: ${told instanceof Error ? told.message : String(told)}`,
            },
          ];
    this.set({ ...EMPTY, trouble: { title, problems } });
  }
}

/** What the browser itself refuses. */
const isRefused = (error: unknown): error is DOMException => error instanceof DOMException;
const refused = ({ message }: DOMException): InputError =>
  new InputError([
    {
      file: '',
      message: `The browser may not read it (${message})`,
      advice: 'Copy the folder of the backup to the desktop, and drop the copy.',
    },
  ]);

let desk: BackupDesk | undefined;
/** The one of this page: what stands on it is there again when the sheet is opened again. */
export const backupDesk = (): BackupDesk => (desk ??= new BackupDesk());
