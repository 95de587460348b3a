import type { PackedLessons } from '../../teach/pack/player-page.ts';
import { PaperInPage } from '../lesson/paper/PaperInPage.tsx';
import { lessonPrinting } from '../lesson/paper/lesson-printing.ts';
import { Icon } from '../parts/Icon.tsx';
import { packedLessonNamed } from './packed-data.ts';

/** A page that is only there to be printed: a sheet for each code, and the keys behind them. */
export function SheetsPage({ packed }: { readonly packed: PackedLessons }) {
  const codes = packed.codes ? packed.codes : [];
  const print = (id: string) => {
    const lesson = packedLessonNamed(packed, id);
    const tasks = lesson.tasks.flatMap((task, place) => ('predict' in task ? [place] : [])).slice(0, 1);
    lessonPrinting.print({ kind: 'sheet and key', lesson, learners: codes, tasks });
  };
  return (
    <>
      <main className="packed-page">
        <h1>Sheets and keys</h1>
        <p>
          One sheet for each of the codes <b>{codes.join(', ')}</b>, and what is right on pages of its own. For the
          trainer, not for learners.
        </p>
        {Object.entries(packed.lessons).map(([id, { stated }]) => (
          <button key={id} type="button" className="button" onClick={() => print(id)}>
            <Icon name="print" /> <bdi>{String(stated['title'])}</bdi>
          </button>
        ))}
        <button type="button" className="button" onClick={() => lessonPrinting.print({ kind: 'cards' })}>
          <Icon name="print" /> Voting cards
        </button>
      </main>
      <PaperInPage />
    </>
  );
}
