import { useEffect, useState } from 'react';
import { must } from '../../../model/must.ts';
import { InputError } from '../../../model/problem.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { lessonOfScenario } from '../../../teach/make-lesson.ts';
import { messageOf } from '../../export/message-of.ts';
import { fileNameOf, saveText } from '../../export/save.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Icon } from '../../parts/Icon.tsx';
import type { StoryStore } from '../../state/story-store.ts';
import { shownPlace } from '../lesson-place.ts';
import { takeInLesson } from '../own-lesson.ts';
import { lessonOfText } from '../read-lesson-file.ts';

interface MakeProps {
  readonly store: StoryStore;
  readonly onClose: () => void;
}

type Making =
  | { readonly kind: 'making'; readonly runs: number }
  | { readonly kind: 'made'; readonly text: string }
  | { readonly kind: 'failed'; readonly says: string };

/** How long, in milliseconds, it may work before the page gets its turn. */
const SLICE = 14;

/** A lesson made of the open scenario, or of a case of one’s own: found by runs, saved as a file, and tried at once. */
export function MakeLessonDialog({ store, onClose }: MakeProps) {
  const { scenario } = store.getSnapshot();
  const name = `${fileNameOf(store)}.lesson.yaml`;
  const making = useMaking(scenario, name);
  const [notOpened, setNotOpened] = useState<string | null>(null);
  const tryIt = async (text: string) => {
    try {
      const lesson = await lessonOfText(name, text);
      takeInLesson(lesson);
      shownPlace.go({ screen: 'lesson', lesson: lesson.id, code: null, task: 0 });
    } catch (error) {
      setNotOpened(
        error instanceof InputError ? error.problems.map(({ message }) => message).join('; ') : messageOf(error),
      );
    }
  };
  return (
    <Dialog title="Make a lesson of this" onClose={onClose}>
      {making.kind === 'making' && (
        <p role="status">{`Looking for the conditions that matter: ${making.runs} runs so far …`}</p>
      )}
      {making.kind === 'failed' && <p role="alert">No lesson can be made of this. {making.says}</p>}
      {making.kind === 'made' && (
        <>
          <p>
            It is ready. Every learner gets another case: what varies are the conditions under which something else
            becomes of an item here, each found by a run. What is right is worked out by the simulator and stands
            nowhere.
          </p>
          <p>
            <b>Read it before you give it:</b> put its purpose and the words of the customer into it, and see that no
            title names the cause.
          </p>
          <div className="line-up">
            <button
              type="button"
              data-first
              className="button main"
              onClick={() => saveText(name, 'application/yaml', making.text)}
            >
              <Icon name="save" /> Save as a file
            </button>
            <button type="button" className="button" onClick={() => void tryIt(making.text)}>
              Try it now
            </button>
          </div>
          {notOpened !== null && <p role="alert">{notOpened}</p>}
        </>
      )}
    </Dialog>
  );
}

function useMaking(scenario: Scenario, file: string): Making {
  const [making, setMaking] = useState<Making>({ kind: 'making', runs: 0 });
  useEffect(() => {
    const steps = lessonOfScenario(scenario, file);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const goOn = () => {
      const until = performance.now() + SLICE;
      try {
        let step = steps.next();
        while (!step.done && performance.now() < until) step = steps.next();
        if (step.done) return setMaking({ kind: 'made', text: step.value });
        setMaking({ kind: 'making', runs: step.value });
        timer = setTimeout(goOn, 0);
      } catch (error) {
        const says = error instanceof InputError ? must(error.problems[0], 'a problem').message : messageOf(error);
        setMaking({ kind: 'failed', says });
      }
      return undefined;
    };
    timer = setTimeout(goOn, 0);
    return () => clearTimeout(timer);
  }, [scenario, file]);
  return making;
}
