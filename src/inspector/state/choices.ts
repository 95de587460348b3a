import type { FateKey } from '../../stepping/fate-keys.ts';
import { Observable } from './observable.ts';
import { isOpen, type LedgerFilter, NO_FILTER, type PickedSnapshot } from './snapshot.ts';
import { keep, kept } from './kept.ts';
import { SPEED_ORDER, type Speed } from './speeds.ts';
import { FIRST_VIEW, type View, VIEWS } from './views.ts';

/** What the person has picked: an item, a filter, a view. It stays from step to step. */
export class Choices extends Observable<PickedSnapshot> {
  constructor() {
    super({
      selected: null,
      filter: NO_FILTER,
      view: FIRST_VIEW,
      machinery: kept('machinery') === 'shown',
      speed: SPEED_ORDER.find((speed) => speed === kept('speed')) ?? 'normal',
    });
  }

  select(id: string | null): void {
    if (id !== this.getSnapshot().selected) this.set({ selected: id });
  }

  /** Changes parts of the ledger's filter; `label` names its origin unless given anew. */
  setFilter(part: Partial<LedgerFilter>): void {
    this.set({ filter: { ...this.getSnapshot().filter, label: null, ...part } });
  }

  toggleFate(fate: FateKey): void {
    const { fates } = this.getSnapshot().filter;
    this.setFilter({ fates: fates.includes(fate) ? fates.filter((known) => known !== fate) : [...fates, fate] });
  }

  clearFilter(): void {
    this.set({ filter: NO_FILTER });
  }

  setView(view: View): void {
    if (view !== this.getSnapshot().view) this.set({ view });
  }

  /** What an address asks for. A view of the machinery brings the machinery with it; nothing of it is remembered. */
  follow(view: View, machinery: boolean): void {
    this.set({ view, machinery: this.getSnapshot().machinery || machinery || VIEWS[view].machinery });
  }

  /** What an address looks at; one that looks at nothing in particular leaves what the person has picked. */
  lookAt(selected: string | null, filter: LedgerFilter): void {
    if (selected !== null) this.set({ selected });
    if (!isOpen(filter)) this.set({ filter });
  }

  /** The person's own choice, which the browser remembers. Its views go with it. */
  showMachinery(machinery: boolean): void {
    keep('machinery', machinery ? 'shown' : 'hidden');
    const { view } = this.getSnapshot();
    this.set({ machinery, view: machinery || !VIEWS[view].machinery ? view : FIRST_VIEW });
  }

  setSpeed(speed: Speed): void {
    keep('speed', speed);
    this.set({ speed });
  }

  /** With another scenario its items are others. */
  forgetItems(): void {
    this.set({ selected: null, filter: NO_FILTER });
  }
}
