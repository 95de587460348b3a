import { type FormEvent, useState } from 'react';
import { codesIn, LEARNER_CODE } from '../../../teach/variant.ts';
import { messageOf } from '../../export/message-of.ts';
import { Icon } from '../../parts/Icon.tsx';
import { type ListedLesson, lessonBeside } from '../lessons-beside.ts';
import { ownLesson } from '../own-lesson.ts';
import { lessonPrinting } from '../paper/lesson-printing.ts';
import { CodesField, LessonField } from './ClassFields.tsx';

interface PrintProps {
  readonly lessons: readonly ListedLesson[];
  readonly code: string;
}

/** Learners whose sheets are printed at once: each is a case that has to be played. */
const MOST = 40;

/** For a class without computers: a sheet for each code, and the keys behind them. */
export function PrintForClass({ lessons, code }: PrintProps) {
  const printable = lessons.filter(({ tasks }) => tasks.includes('predict'));
  const [chosen, setChosen] = useState('');
  const [codes, setCodes] = useState(code);
  const [trouble, setTrouble] = useState<string | null>(null);
  const id = printable.some((lesson) => lesson.id === chosen) ? chosen : printable[0]?.id;
  const learners = codesIn(codes);
  const isFine = learners.length > 0 && learners.length <= MOST && learners.every((one) => LEARNER_CODE.test(one));
  const print = async (event: FormEvent) => {
    event.preventDefault();
    if (!isFine || id === undefined) return;
    try {
      const lesson = ownLesson(id) ?? (await lessonBeside(id));
      if (!lesson) return;
      const tasks = lesson.tasks.flatMap((task, place) => ('predict' in task ? [place] : [])).slice(0, 1);
      lessonPrinting.print({ kind: 'sheet and key', lesson, learners, tasks });
      setTrouble(null);
    } catch (error) {
      setTrouble(messageOf(error));
    }
  };
  if (id === undefined) return null;
  return (
    <form className="print-for-class" onSubmit={(event) => void print(event)}>
      <LessonField lessons={printable} chosen={id} onChoose={setChosen} />
      <CodesField label="Codes, one for each learner" typed={codes} isFine={isFine} onType={setCodes} />
      <button type="submit" className="button" aria-disabled={!isFine}>
        <Icon name="print" /> Sheets and keys
      </button>
      {trouble !== null && <p role="alert">{trouble}</p>}
      {learners.length > MOST && <p role="alert">{`At most ${MOST} codes at once.`}</p>}
    </form>
  );
}
