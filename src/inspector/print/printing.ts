import { Observable } from '../state/observable.ts';

/** What goes onto paper. */
export type SheetKind = 'fates' | 'trainer' | 'learner';

/** Which sheet the next print is; the one-page sheet unless somebody asks for another. */
class Printing extends Observable<{ readonly kind: SheetKind }> {
  constructor() {
    super({ kind: 'fates' });
  }

  choose(kind: SheetKind): void {
    this.set({ kind });
  }
}

export const printing = new Printing();

/** Prints one sheet; whoever prints by the browser's own command gets the one-page sheet. */
export function printSheet(kind: SheetKind): void {
  printing.choose(kind);
  setTimeout(() => window.print(), 0);
}
