import { must } from '../../model/must.ts';
import type { JournalLine } from '../../run/journal-line.ts';

/** Which states of which actors were entered, out of the lines of every step. */
export class ReachedStates {
  readonly #reached = new Set<string>();
  /** Transitions and states of actors that have been noted: most lines say what others have said. */
  readonly #taken = new Set<string>();

  /** `actor|state`. */
  get all(): ReadonlySet<string> {
    return this.#reached;
  }

  note(lines: readonly JournalLine[]): void {
    for (const line of lines) {
      if (line.type === 'transition')
        for (const name of line.taken) {
          // An actor's first step leaves states that no line names as active.
          if (isNew(this.#taken, `${line.actor} ${name}`)) {
            const [source, , targets] = name.split('|');
            for (const state of [must(source, 'a source'), ...must(targets, 'its targets').split('+')])
              this.#reached.add(`${nameOf(line.actor)}|${state}`);
          }
        }
      if (line.type === 'transition' || line.type === 'actor.started')
        for (const leaf of line.states)
          if (isNew(this.#taken, `${line.actor}|${leaf}`)) this.#reached.add(`${nameOf(line.actor)}|${leaf}`);
    }
  }
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function isNew(known: Set<string>, what: string): boolean {
  const { size } = known;
  return known.add(what).size > size;
}
