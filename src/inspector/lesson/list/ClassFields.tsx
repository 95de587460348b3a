import type { ListedLesson } from '../lessons-beside.ts';

interface LessonFieldProps {
  readonly lessons: readonly ListedLesson[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Which lesson a class gets. */
export function LessonField({ lessons, chosen, onChoose }: LessonFieldProps) {
  return (
    <label>
      Lesson
      <select className="select" value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {lessons.map((lesson) => (
          <option key={lesson.id} value={lesson.id}>
            {lesson.title}
          </option>
        ))}
      </select>
    </label>
  );
}

interface CodesFieldProps {
  readonly label: string;
  readonly typed: string;
  readonly isFine: boolean;
  readonly onType: (typed: string) => void;
}

/** The codes of a class, typed. */
export function CodesField({ label, typed, isFine, onType }: CodesFieldProps) {
  return (
    <label>
      {label}
      <input
        value={typed}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={!isFine}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
    </label>
  );
}
