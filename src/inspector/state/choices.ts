import type { FateKey } from '../../stepping/fate-keys.ts';
import { Observable } from './observable.ts';
import { type LedgerFilter, NO_FILTER, type PickedSnapshot } from './snapshot.ts';
import { FIRST_VIEW, type View } from './views.ts';

/** What the person has picked: an item, a filter, a view. It stays from step to step. */
export class Choices extends Observable<PickedSnapshot> {
  constructor() {
    super({ selected: null, filter: NO_FILTER, view: FIRST_VIEW });
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

  /** With another scenario its items are others. */
  forgetItems(): void {
    this.set({ selected: null, filter: NO_FILTER });
  }
}
