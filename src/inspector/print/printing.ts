import { Observable } from '../state/observable.ts';

/** What goes onto paper. */
export type SheetKind = 'fates' | 'trainer' | 'learner';

/** Which sheet the next print is; the one-page sheet unless somebody asks for another. */
class Printing extends Observable<{ readonly kind: SheetKind }> {
  #isReady: () => void = () => {};
  /** The sheets are fetched after the first picture: who is quicker waits for them. */
  readonly ready = new Promise<void>((resolve) => {
    this.#isReady = resolve;
  });

  constructor() {
    super({ kind: 'fates' });
  }

  sheetsAreThere(): void {
    this.#isReady();
  }

  choose(kind: SheetKind): void {
    this.set({ kind });
  }
}

export const printing = new Printing();

/** Prints one sheet; whoever prints by the browser's own command gets the one-page sheet. */
export async function printSheet(kind: SheetKind): Promise<void> {
  printing.choose(kind);
  await printing.ready;
  window.print();
}
