import { eachOf } from '../../model/optional.ts';
import { must } from '../../model/must.ts';
import { InputError, type Problem } from '../../model/problem.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { HandPart } from '../../stepping/steppable-run.ts';
import type { Catalogue } from '../library/catalogue.ts';
import { FIRST_SCENARIO } from '../library/first-scenario.ts';
import { openBeside, OpeningStopped } from '../opening/open-beside.ts';
import type { Wanted } from '../opening/wanted.ts';
import type { ListedScenario } from '../library/listed.ts';
import {
  type Address,
  AddressError,
  isInLessons,
  readAddress,
  type ScenarioSource,
  type ToAddress,
  writeAddress,
} from './address.ts';
import { keepCase, takeKeptCase } from './kept-case.ts';
import { Library } from './library.ts';
import { Observable } from './observable.ts';
import { readServedFile } from './served-file.ts';
import { NO_FILTER } from './snapshot.ts';
import { StoryStore } from './story-store.ts';
import { FIRST_VIEW } from './views.ts';

/** How long, in seconds, something may take to open: a link comes from strangers, a file from the person. */
const PATIENCE = { link: 20, file: 180 } as const;
type Way = keyof typeof PATIENCE;
const TOO_LONG: Readonly<Record<Way, string>> = {
  link: `A link has ${PATIENCE.link} seconds to open. This one took longer and was stopped; nothing was changed.`,
  file:
    `It took longer than ${PATIENCE.file / 60} minutes to play and was stopped; nothing was changed. Use fewer ` +
    'items, fewer script entries or fewer attempts, or play it with the command line.',
};

/** A scenario that could not be opened: what is wrong with it, in place. */
export interface Trouble {
  readonly title: string;
  readonly says: string;
  readonly problems: readonly Problem[];
}

export interface SessionSnapshot {
  readonly store: StoryStore | null;
  readonly source: ScenarioSource | null;
  readonly listed: readonly ListedScenario[];
  readonly trouble: Trouble | null;
  /** What is being read and played beside the page. */
  readonly opening: { readonly name: string; readonly says: string } | null;
}

interface ToOpen {
  readonly source: ScenarioSource;
  readonly way: Way;
  readonly changes: Changes;
  readonly hand: HandPart | null;
  /** Trouble that is told goes with what is opened. */
  readonly clears: boolean;
}
/** As it was given: nothing is changed, and nothing done by hand. */
const AS_GIVEN = { changes: {}, hand: null, clears: true } as const;

/** Which scenario is open, where it came from, and the address that says so. */
export class Session extends Observable<SessionSnapshot> {
  readonly #library = new Library();
  /** Ends what is being opened; a new wish ends the one before. */
  #underWay = new AbortController();
  /** Whether all that was done by hand in the last link could be done here. */
  #isWhole = true;

  constructor() {
    super({ store: null, source: null, listed: [], trouble: null, opening: null });
  }

  /** Opens what the address says; when that fails, the first scenario, with the trouble shown. */
  async start(hash: string): Promise<void> {
    // Whoever follows a link needs them, and fetching does not wait for fetching.
    if (hash !== '') void Promise.all([fetchReader(), this.#library.list()]).catch(() => {});
    const kept = takeKeptCase();
    if (kept) await this.#openKept(kept);
    if (this.#isEmpty) await this.follow(hash);
    if (this.#isEmpty) await this.#openServed();
    if (this.#isEmpty) await this.openListed(FIRST_SCENARIO, false);
    this.#library.list().then(
      (listed) => this.set({ listed }),
      (error: unknown) => this.#fail('The list of scenarios is missing', error),
    );
  }

  get #isEmpty(): boolean {
    return this.getSnapshot().store === null;
  }

  /** Goes where an address says. What cannot be followed is told, and the page stays as it is. */
  async follow(hash: string): Promise<void> {
    if (isInLessons(hash)) return;
    if (!this.#isEmpty && (hash === '' || hash === (await this.address().catch(() => '')))) return;
    const signal = this.#begin();
    try {
      const address = await readAddress(hash);
      if (!address || signal.aborted) return;
      const { source, changes, hand } = address;
      const store = (await this.#isOpen(address))
        ? this.getSnapshot().store
        : await this.#open({ source, changes, hand, clears: true, way: 'link' }, signal);
      this.#standAt(store, address);
      if (store && !this.#isWhole)
        throw new AddressError(
          'Something that was done by hand in it cannot be done in this story. It is shown up to there.',
        );
    } catch (error) {
      if (!signal.aborted) this.#fail('This link could not be followed', error);
    }
  }

  /** A case that was kept while the page was loaded again, as it stood. */
  async #openKept(kept: ToAddress): Promise<void> {
    const signal = this.#begin();
    try {
      const { source, changes, hand } = kept;
      this.#standAt(await this.#open({ source, changes, hand, clears: true, way: 'file' }, signal), kept);
    } catch (error) {
      this.#fail('The case that was kept could not be opened', error);
    }
  }

  #standAt(store: StoryStore | null | undefined, { position, view, machinery, selected, filter }: ToAddress): void {
    store?.goTo(position);
    store?.picked.follow(view, machinery);
    const isThere = selected !== null && selected !== undefined && store?.placeOf(selected) !== undefined;
    store?.picked.lookAt(isThere ? selected : null, filter ?? NO_FILTER);
  }

  /** Before the page is loaded again: `false` where what is shown would be lost by it. */
  async isKeptForReload(): Promise<boolean> {
    const shown = this.#shown();
    if (shown === null) return true;
    return writeAddress(shown).then(
      () => true,
      () => keepCase(shown),
    );
  }

  /** Whether an address speaks of the very story that stands here: then nothing is played anew and nothing unpicked. */
  async #isOpen({ source, changes, hand }: Address): Promise<boolean> {
    const { source: own, store } = this.getSnapshot();
    if (!own || !store || this.getSnapshot().opening) return false;
    const { changes: ownChanges, hand: ownHand } = store.getSnapshot();
    const there = { position: 0, view: FIRST_VIEW, machinery: false };
    const [wanted, shown] = await Promise.all([
      writeAddress({ ...there, source, changes, hand }),
      writeAddress({ ...there, source: own, changes: ownChanges, hand: ownHand }).catch(() => ''),
    ]);
    return wanted === shown;
  }

  /** The file that the local server was started with, if there is one. */
  async #openServed(): Promise<void> {
    const signal = this.#begin();
    try {
      const file = await readServedFile();
      if (file) await this.#open({ ...AS_GIVEN, source: { offered: file.name }, way: 'file' }, signal);
    } catch (error) {
      this.#fail('The file could not be read', error);
    }
  }

  async openListed(id: string, clears = true): Promise<void> {
    const signal = this.#begin();
    try {
      await this.#open({ ...AS_GIVEN, source: { id }, way: 'file', clears }, signal);
    } catch (error) {
      this.#fail('This scenario could not be opened', error);
    }
  }

  /** What playing the listed scenarios showed. Throws an Error in plain words when it cannot be read. */
  catalogue(): Promise<Catalogue> {
    return this.#library.catalogue();
  }

  /** A file that was dropped or picked, with the files that came with it. `false`: the page says why not. */
  async openText(name: string, text: string, beside: readonly File[] = []): Promise<boolean> {
    const source = beside.length > 0 ? { name, text, beside } : { name, text };
    return (await this.#open({ ...AS_GIVEN, source, way: 'file' }, this.#begin())) !== undefined;
  }

  /** Gives up what is being opened; the page stays as it is. */
  cancelOpening(): void {
    this.#underWay.abort();
  }

  dismissTrouble(): void {
    this.set({ trouble: null });
  }

  showTrouble(trouble: Trouble): void {
    this.set({ trouble });
  }

  /** The address of what is shown now. Throws an AddressError when a file in it is too large for a link. */
  async address(): Promise<string> {
    return this.#addressWith(this.getSnapshot().source);
  }

  /** An address for somebody else: a file of this computer travels inside it. */
  async addressToShare(): Promise<string> {
    const { source } = this.getSnapshot();
    return this.#addressWith(
      source !== null && 'offered' in source ? { name: source.offered, text: await this.text() } : source,
    );
  }

  async #addressWith(source: ScenarioSource | null): Promise<string> {
    const shown = this.#shown(source);
    return shown === null ? '' : writeAddress(shown);
  }

  /** What stands here, as an address says it; `null` while nothing does. */
  #shown(source = this.getSnapshot().source): ToAddress | null {
    const { store } = this.getSnapshot();
    if (!store || !source) return null;
    const { changes, position, hand } = store.getSnapshot();
    const { view, machinery, selected, filter } = store.picked.getSnapshot();
    return { source, changes, position, view, machinery, hand, selected, filter };
  }

  /** The text of the open scenario, as it was written. */
  async text(): Promise<string> {
    const { source } = this.getSnapshot();
    return source === null ? '' : this.#textOf(source);
  }

  async #textOf(source: ScenarioSource): Promise<string> {
    if ('text' in source) return source.text;
    if ('id' in source) {
      const text = await this.#library.text(source.id);
      if (text === undefined)
        throw new AddressError(
          'The link names a scenario that does not exist here. The library (key o) has all there are.',
        );
      return text;
    }
    const file = await readServedFile();
    if (file?.name !== source.offered)
      throw new AddressError('This address belongs to a file on another computer. Ask for a shared link instead.');
    return file.text;
  }

  #begin(): AbortSignal {
    this.#underWay.abort();
    // Who comes next may open nothing beside the page, and would leave the line of this one standing.
    if (this.getSnapshot().opening) this.set({ opening: null });
    this.#underWay = new AbortController();
    this.#isWhole = true;
    return this.#underWay.signal;
  }

  /**
   * Gives the store when the scenario stands in it; else the page says why not, unless somebody has gone elsewhere.
   * Throws when the scenario is not there at all.
   */
  async #open(wish: ToOpen, signal: AbortSignal): Promise<StoryStore | undefined> {
    const { source, changes, hand, clears } = wish;
    const file = fileNameOf(source);
    // What the page itself brings is known to play at once.
    const isOwn = 'id' in source && Object.keys(changes).length === 0 && hand === null;
    const ready = isOwn ? await this.#ready(source.id) : undefined;
    const from = ready === undefined ? await this.#fromOf(source) : undefined;
    if (signal.aborted) return undefined;
    try {
      const id = 'id' in source ? source.id : file;
      const store = from
        ? await this.#playBeside({ file, id, from, changes, hand }, wish.way, signal)
        : this.#playHere(must(ready, 'a scenario that is ready'));
      if (store) this.set({ store, source, ...(clears ? { trouble: null } : {}) });
      return store;
    } catch (error) {
      if (error instanceof OpeningStopped && error.isTooLong)
        this.set({ trouble: { title: `${file} takes too long`, says: TOO_LONG[wish.way], problems: [] } });
      else if (!(error instanceof OpeningStopped)) this.#fail(`${file} could not be played`, error);
      return undefined;
    }
  }

  async #fromOf(source: ScenarioSource): Promise<Wanted['from']> {
    const stated = 'id' in source ? await this.#library.stated(source.id) : undefined;
    if (stated !== undefined) return { stated };
    return { text: await this.#textOf(source), beside: 'beside' in source ? eachOf(source.beside) : [] };
  }

  /** A scenario of the page, read; `undefined` for one with mistakes in it, which are told beside the page. */
  async #ready(id: string): Promise<Scenario | undefined> {
    if (id === FIRST_SCENARIO) return this.#library.first();
    const [stated, { readStated }] = await Promise.all([this.#library.stated(id), fetchReader()]);
    return stated && readStated(stated, id);
  }

  #playHere(scenario: Scenario): StoryStore {
    const { store } = this.getSnapshot();
    if (!store) return StoryStore.play(scenario);
    store.playOther(scenario);
    return store;
  }

  async #playBeside(wanted: Wanted, way: Way, signal: AbortSignal): Promise<StoryStore | undefined> {
    const onProgress = (says: string): void => this.set({ opening: { name: wanted.file, says } });
    onProgress('Reading …');
    try {
      // Its conditions may change from attempt to attempt, also where the page goes on by hand.
      const [opened] = await Promise.all([
        openBeside(wanted, { seconds: PATIENCE[way], signal, onProgress }),
        fetchReader(),
      ]);
      if (signal.aborted) return undefined;
      const { store } = this.getSnapshot();
      const shown = store ?? StoryStore.opened(opened.story);
      store?.open(opened.story);
      this.#isWhole = opened.isWhole;
      return shown;
    } finally {
      if (!this.#isOtherUnderWay(signal)) this.set({ opening: null });
    }
  }

  #isOtherUnderWay(signal: AbortSignal): boolean {
    return this.#underWay.signal !== signal;
  }

  #fail(title: string, error: unknown): void {
    if (error instanceof InputError)
      this.set({
        trouble: { title, says: 'Nothing was changed. This is what has to be put right:', problems: error.problems },
      });
    else if (error instanceof AddressError) this.set({ trouble: { title, says: error.message, problems: [] } });
    else
      this.set({
        trouble: {
          title,
          says: `This is a fault of the program: ${error instanceof Error ? error.message : String(error)}`,
          problems: [],
        },
      });
  }
}

/** Reading scenarios takes their whole schema, a quarter of all that the page would wait for: it comes when needed. */
export const fetchReader = () => import('./read-stated.ts');

const fileNameOf = (source: ScenarioSource): string =>
  'id' in source ? `${source.id}.yaml` : 'offered' in source ? source.offered : source.name;
