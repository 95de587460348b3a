import type { Task } from '../../../teach/lesson.ts';
import type { Score } from '../../../teach/score.ts';
import type { LessonDesk } from '../lesson-desk.ts';
import { Matrix } from '../Matrix.tsx';
import { Calibration, HarmList, hasCounts } from '../predict/SoFar.tsx';
import { HandIn } from './HandIn.tsx';

interface SumsProps {
  readonly desk: LessonDesk;
  readonly score: Score;
}

const CAPTION = 'What you said of what it is';

/** What came of the answers: the share, what was mixed up, what it would have done, and how well one knew oneself. */
export function DebriefSums({ desk, score }: SumsProps) {
  const { pass } = desk.lesson;
  const open = desk.lesson.tasks.filter((task, place) => isAnswered(task) && !desk.log(place).locked).length;
  return (
    <section aria-label="What came of your answers" className="debrief-sums">
      <h2>{score.of === 0 ? 'Nothing is answered yet' : `${numberOf(score.points)} of ${score.of} right`}</h2>
      {score.of > 0 && open === 0 && (
        <p>
          {`${Math.floor(score.share * 100)} %; passed is from ${Math.round(pass * 100)} % on. `}
          <b>{score.passed ? 'You have passed.' : 'Not passed yet.'}</b>
        </p>
      )}
      {open > 0 && (
        <p>
          <b>{open === 1 ? 'One task is still open.' : `${open} tasks are still open.`}</b>{' '}
          {`Passed is from ${Math.round(pass * 100)} % of all of them on.`}
        </p>
      )}
      {score.of > 0 && (
        <div className="card panel">
          {hasCounts(score) && (
            <div className="matrix-scroll scrolls" tabIndex={0} role="group" aria-label={CAPTION}>
              <Matrix matrix={score.matrix} caption={CAPTION} size="full" />
            </div>
          )}
          <HarmList score={score} isWhole />
          <Calibration score={score} />
        </div>
      )}
      <HandIn desk={desk} />
    </section>
  );
}

const isAnswered = (task: Task): boolean => !('example' in task || 'debrief' in task);

/** Points may be parts of one where a cause was looked for. */
const numberOf = (points: number): string => String(Math.round(points * 10) / 10);
