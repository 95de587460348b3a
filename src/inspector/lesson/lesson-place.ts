import { LEARNER_CODE } from '../../teach/variant.ts';
import { Observable } from '../state/observable.ts';

/** Where in the lessons the page stands. */
export type LessonPlace =
  | { readonly screen: 'list' }
  | { readonly screen: 'class' }
  /** A task of a lesson; `code` is the learner’s own, and none where the browser’s is meant. */
  | { readonly screen: 'lesson'; readonly lesson: string; readonly code: string | null; readonly task: number };

const ID = /^[a-z0-9-]{1,120}$/;
const MAX_TASKS = 100;

/** Links come from strangers: what cannot be read leads to the list. */
export function lessonPlaceOf(hash: string): LessonPlace {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const lesson = parts.get('l');
  if (lesson === null || lesson === '') return { screen: parts.get('o') === 'results' ? 'class' : 'list' };
  if (!ID.test(lesson)) return { screen: 'list' };
  const code = parts.get('k');
  const task = Number(parts.get('t'));
  return {
    screen: 'lesson',
    lesson,
    code: code !== null && LEARNER_CODE.test(code) ? code : null,
    task: Number.isInteger(task) && task >= 1 && task <= MAX_TASKS ? task - 1 : 0,
  };
}

/** The address of a place. It names a lesson, a learner’s code and a task, and nothing of what is in them. */
export function addressOfLesson(place: LessonPlace): string {
  if (place.screen === 'list') return '#l=';
  if (place.screen === 'class') return '#l=&o=results';
  const { lesson, code, task } = place;
  return `#l=${lesson}${code === null ? '' : `&k=${code}`}${task === 0 ? '' : `&t=${task + 1}`}`;
}

/** The place that the page’s address names. */
class ShownPlace extends Observable<{ readonly place: LessonPlace }> {
  constructor() {
    super({ place: lessonPlaceOf(location.hash) });
    addEventListener('hashchange', () => this.#follow());
  }

  /** Goes to a place: the browser’s Back returns from there. */
  go(place: LessonPlace): void {
    location.hash = addressOfLesson(place);
    this.#follow();
  }

  /** The same place, named more exactly: no step of the history. */
  settle(place: LessonPlace): void {
    history.replaceState(null, '', addressOfLesson(place));
    this.#follow();
  }

  #follow(): void {
    const place = lessonPlaceOf(location.hash);
    if (addressOfLesson(place) !== addressOfLesson(this.getSnapshot().place)) this.set({ place });
  }
}

export const shownPlace = new ShownPlace();
