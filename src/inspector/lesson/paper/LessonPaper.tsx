import { useEffect } from 'react';
import { FATE_ORDER, fateOn } from '../../../model/fates.ts';
import { variantOf } from '../../../teach/variant.ts';
import { FateShape } from '../../parts/Fate.tsx';
import { cardOf } from '../fate-cards.ts';
import { CaseSheetPage } from './CaseSheetPage.tsx';
import { KeyPage } from './KeyPage.tsx';
import { type CasePaper, lessonPrinting, type PaperWish } from './lesson-printing.ts';
import '../../print/print.css';
import './lesson-paper.css';

/** The pages that are being printed. */
export function LessonPaper({ wish }: { readonly wish: PaperWish }) {
  useEffect(() => lessonPrinting.drawn(wish), [wish]);
  if (wish.kind === 'cards') return <VotingCards />;
  return (
    <article className="print-sheet lesson-paper">
      {wish.learners.flatMap((learner) =>
        wish.tasks.map((task) => <PagesOfCase key={`${learner} ${task}`} wish={wish} learner={learner} task={task} />),
      )}
    </article>
  );
}

interface CaseProps {
  readonly wish: CasePaper;
  readonly learner: string;
  readonly task: number;
}

/** Sheet and key come out of the same run. */
function PagesOfCase({ wish: { kind, lesson }, learner, task }: CaseProps) {
  const variant = variantOf(lesson, task, learner);
  return (
    <>
      {kind !== 'key' && <CaseSheetPage variant={variant} />}
      {kind !== 'sheet' && <KeyPage variant={variant} />}
    </>
  );
}

/** Cards to hold up: a letter, the shape and the word of each fate, four on a page. */
function VotingCards() {
  return (
    <article className="print-sheet lesson-paper voting-cards">
      {FATE_ORDER.map((fate) => (
        <section key={fate} className="voting-card">
          <b className="card-letter">{cardOf(fate)}</b>
          <FateShape fate={fate} size={130} />
          <h2>{fateOn('icloud', fate).word}</h2>
          <p>{fateOn('icloud', fate).means}</p>
        </section>
      ))}
    </article>
  );
}
