import { useEffect, useState } from 'react';
import { type LessonAttempt, readAttempt } from '../../../teach/attempt.ts';
import type { Score } from '../../../teach/score.ts';
import { Icon } from '../../parts/Icon.tsx';
import type { BrowserShelf } from '../browser-shelf.ts';
import { shownPlace } from '../lesson-place.ts';
import type { ListedLesson } from '../lessons-beside.ts';
import { Matrix } from '../Matrix.tsx';
import { KIND_TITLES } from '../task-screens.ts';

interface CardProps {
  readonly lesson: ListedLesson;
  readonly shelf: BrowserShelf;
  readonly code: string;
}

/** One lesson to choose: how long it takes, what one can do afterwards, and how far one has come. */
export function LessonCard({ lesson, shelf, code }: CardProps) {
  const { id, title, why, minutes, tasks } = lesson;
  const text = shelf.read(id, code);
  const attempt = attemptOf(text);
  const done = attempt ? [...attempt.tasks.values()].filter(({ locked }) => locked).length : 0;
  const first = tasks.findIndex((_, place) => attempt?.tasks.get(place)?.locked !== true);
  const score = useOwnScore(lesson, text);
  const kinds = [...new Set(tasks)].map((kind) => KIND_TITLES[kind].toLowerCase()).join(', ');
  return (
    <li className="card lesson-card">
      <button
        type="button"
        className="lesson-start"
        onClick={() => shownPlace.go({ screen: 'lesson', lesson: id, code, task: Math.max(0, first) })}
      >
        <b>{title}</b>
        <span className="lesson-why">{why}</span>
        <span className="lesson-facts">
          <span>
            <Icon name="wait" size={13} /> {minutes} minutes
          </span>
          <span>{`${tasks.length} tasks: ${kinds}`}</span>
        </span>
      </button>
      <div className="lesson-own">
        {done === 0 ? (
          <span className="quiet">Not begun with this code</span>
        ) : (
          <>
            <span>
              <b>{`${done} of ${tasks.length}`}</b> done
              {score && score.of > 0 && `, ${score.points} of ${score.of} right`}
            </span>
            {score && <Matrix matrix={score.matrix} caption="What you said of what it is" size="small" />}
          </>
        )}
      </div>
    </li>
  );
}

/** What cannot be read is left as it is, and not begun here. */
function attemptOf(text: string | null): LessonAttempt | undefined {
  try {
    return text === null ? undefined : readAttempt(text);
  } catch {
    return undefined;
  }
}

/** What the answers that are locked were worth: every case is played again, once the list is drawn. */
function useOwnScore({ id }: ListedLesson, text: string | null): Score | null {
  const [score, setScore] = useState<Score | null>(null);
  useEffect(() => {
    if (text === null) return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      void playAgain(id, text).then((own) => isGone || setScore(own));
    }, AFTER_THE_LIST_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [id, text]);
  return score;
}

const AFTER_THE_LIST_MS = 60;

/** `null` where what is kept can no longer be read: the card then tells nothing. */
async function playAgain(id: string, text: string): Promise<Score | null> {
  try {
    const { ownScore } = await import('../own-score.ts');
    return await ownScore(id, text);
  } catch {
    return null;
  }
}
