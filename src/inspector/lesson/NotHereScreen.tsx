import { useFocusHandedOn } from './focus-first.ts';
import type { AnyTaskProps } from './task-screen.ts';

/** A kind of task that has no screen yet: nothing of it is shown, and nothing is asked. */
export function NotHereScreen({ onNext }: Pick<AnyTaskProps, 'onNext'>) {
  useFocusHandedOn();
  return (
    <>
      <main className="lesson-page">
        <p>This task is not part of the page yet. Go on with the next one.</p>
      </main>
      <footer className="lesson-foot">
        <p className="foot-says">Nothing is asked here, and nothing counts.</p>
        {onNext && (
          <button type="button" className="button main" data-first onClick={onNext}>
            Next task
          </button>
        )}
      </footer>
    </>
  );
}
