import { InputError, type Problem } from '../../model/problem.ts';
import { loadScenario } from '../../scenario/load.ts';
import type { ListedScenario } from '../scenarios.plugin.ts';
import { type Address, AddressError, readAddress, type ScenarioSource, writeAddress } from './address.ts';
import { Library } from './library.ts';
import { readServedFile } from './served-file.ts';
import { StoryStore } from './story-store.ts';

/** The scenario that a visitor without an address sees. */
const FIRST = 'showcase/new-iphone-icloud-photos-on';

/** A scenario that could not be opened: what is wrong with it, in place. */
export interface Trouble {
  readonly title: string;
  readonly says: string;
  readonly problems: readonly Problem[];
}

export interface SessionSnapshot {
  readonly store: StoryStore | null;
  readonly source: ScenarioSource | null;
  /** The text of the open scenario, as it was read. */
  readonly text: string;
  readonly listed: readonly ListedScenario[];
  readonly trouble: Trouble | null;
}

/** Which scenario is open, where it came from, and the address that says so. */
export class Session {
  readonly #library = new Library();
  readonly #listeners = new Set<() => void>();
  #followed = 0;
  #snapshot: SessionSnapshot = { store: null, source: null, text: '', listed: [], trouble: null };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): SessionSnapshot => this.#snapshot;

  /** Opens what the address says; when that fails, the first scenario, with the trouble shown. */
  async start(hash: string): Promise<void> {
    void this.#library.list().then(
      (listed) => this.#set({ listed }),
      (error: unknown) => this.#fail('The list of scenarios is missing', error),
    );
    await this.follow(hash);
    if (!this.#snapshot.store) await this.#openServed();
    if (!this.#snapshot.store) await this.openListed(FIRST, false);
  }

  /** Goes where an address says. What cannot be followed is told, and the page stays as it is. */
  async follow(hash: string): Promise<void> {
    this.#followed += 1;
    const mine = this.#followed;
    if (this.#snapshot.store && (hash === '' || hash === (await this.address().catch(() => '')))) return;
    try {
      const address = await readAddress(hash);
      if (!address) return;
      const text = await this.#textOf(address.source);
      // Somebody has gone elsewhere while this was read.
      if (mine !== this.#followed) return;
      if (text === undefined) throw new AddressError('The scenario that this link names is not here.');
      if (!this.#open(address.source, text, address.changes)) return;
      const { store } = this.#snapshot;
      store?.goTo(address.position);
      const wasFollowed = address.hand === null || store?.replayHand(address.hand) === true;
      store?.goTo(address.position);
      store?.setView(address.view);
      if (!wasFollowed)
        throw new AddressError(
          'Something that was done by hand in it cannot be done in this story. It is shown up to there.',
        );
    } catch (error) {
      this.#fail('This link could not be followed', error);
    }
  }

  /** The file that the local server was started with, if there is one. */
  async #openServed(): Promise<void> {
    try {
      const file = await readServedFile();
      if (file) this.#open({ offered: file.name }, file.text, {});
    } catch (error) {
      this.#fail('The file could not be read', error);
    }
  }

  async #textOf(source: ScenarioSource): Promise<string | undefined> {
    if ('id' in source) return this.#library.text(source.id);
    if ('text' in source) return source.text;
    const file = await readServedFile();
    if (file?.name !== source.offered)
      throw new AddressError('This address belongs to a file on another computer. Ask for a shared link instead.');
    return file.text;
  }

  async openListed(id: string, clears = true): Promise<void> {
    try {
      const text = await this.#library.text(id);
      if (text === undefined) throw new AddressError('This scenario is not here.');
      this.#open({ id }, text, {}, clears);
    } catch (error) {
      this.#fail('This scenario could not be opened', error);
    }
  }

  /** A file that was dropped or picked. */
  openText(name: string, text: string): boolean {
    return this.#open({ name, text }, text, {});
  }

  dismissTrouble(): void {
    this.#set({ trouble: null });
  }

  showTrouble(trouble: Trouble): void {
    this.#set({ trouble });
  }

  /** The address of what is shown now. Throws an AddressError when a file in it is too large for a link. */
  async address(): Promise<string> {
    return this.#addressWith(this.#snapshot.source);
  }

  /** An address for somebody else: a file of this computer travels inside it. */
  async addressToShare(): Promise<string> {
    const { source, text } = this.#snapshot;
    return this.#addressWith(source !== null && 'offered' in source ? { name: source.offered, text } : source);
  }

  async #addressWith(source: ScenarioSource | null): Promise<string> {
    const { store } = this.#snapshot;
    if (!store || !source) return '';
    const { changes, position, view, hand } = store.getSnapshot();
    return writeAddress({ source, changes, position, view, hand });
  }

  #open(source: ScenarioSource, text: string, changes: Address['changes'], clears = true): boolean {
    const name = 'id' in source ? `${source.id}.yaml` : 'offered' in source ? source.offered : source.name;
    try {
      const scenario = loadScenario(text, name, 'id' in source ? source.id : name);
      const { store } = this.#snapshot;
      if (store) store.open(scenario, changes);
      this.#set({
        store: store ?? new StoryStore(scenario, changes),
        source,
        text,
        ...(clears ? { trouble: null } : {}),
      });
      return true;
    } catch (error) {
      this.#fail(`${name} could not be played`, error);
      return false;
    }
  }

  #fail(title: string, error: unknown): void {
    if (error instanceof InputError)
      this.#set({
        trouble: { title, says: 'Nothing was changed. This is what has to be put right:', problems: error.problems },
      });
    else if (error instanceof AddressError) this.#set({ trouble: { title, says: error.message, problems: [] } });
    else
      this.#set({
        trouble: {
          title,
          says: `This is a fault of the program: ${error instanceof Error ? error.message : String(error)}`,
          problems: [],
        },
      });
  }

  #set(part: Partial<SessionSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
