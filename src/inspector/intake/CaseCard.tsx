import { type ReactNode, useId } from 'react';
import { type CardId, CARDS, CARD_ORDER, type CaseQuestion, type SaidAnswer } from '../../intake/question.ts';
import { daysInWords } from '../../model/time.ts';
import { Icon } from '../parts/Icon.tsx';
import { useVoice } from '../parts/voice.ts';
import { ItemFindings } from './ItemFindings.tsx';
import { QuestionField } from './QuestionField.tsx';
import type { CaseDesk } from './case-desk.ts';

interface CardProps {
  readonly card: CardId;
  readonly desk: CaseDesk;
  readonly questions: readonly CaseQuestion[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onNext: (() => void) | null;
  /** Everything else that can be said on this card. */
  readonly more: ReactNode;
}

/** One card of the call: closed, what it says so far; open, its questions. */
export function CaseCard({ card, desk, questions, isOpen, onToggle, onNext, more }: CardProps) {
  const id = useId();
  const voice = useVoice();
  const place = CARD_ORDER.indexOf(card) + 1;
  return (
    <section className={isOpen ? 'case-card open' : 'case-card'} aria-label={voice(CARDS[card])} data-card={card}>
      <h3>
        <button type="button" className="card-head" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <span className="card-number" aria-hidden="true">
            {place}
          </span>
          <b>{voice(CARDS[card])}</b>
          <span className="so-far">{isOpen ? '' : <bdi>{voice(summaryOf(questions))}</bdi>}</span>
          <OpenCount questions={questions} />
          <Icon name="chevron" />
        </button>
      </h3>
      {isOpen && (
        <div className="questions" id={id}>
          <Questions desk={desk} questions={questions} />
          {more}
          {onNext && (
            <button type="button" className="button next-card" onClick={onNext}>
              Next: {voice(CARDS[nextOf(card)])}
            </button>
          )}
        </div>
      )}
    </section>
  );
}

const nextOf = (card: CardId): CardId => CARD_ORDER[CARD_ORDER.indexOf(card) + 1] ?? card;

function OpenCount({ questions }: { readonly questions: readonly CaseQuestion[] }) {
  const open = questions.filter(({ state }) => state === 'open').length;
  return open === 0 ? null : <span className="quiet">{open} open</span>;
}

interface QuestionsProps {
  readonly desk: CaseDesk;
  readonly questions: readonly CaseQuestion[];
}

/**
 * What everybody is asked stands first. What is usually so is taken so, and stands under a heading of its own; a
 * question stays where it was first seen.
 */
function Questions({ desk, questions }: QuestionsProps) {
  const isFirst = ({ id }: CaseQuestion): boolean => desk.isAskedFirst(id);
  const answer = (id: string) => (said: SaidAnswer | null) => desk.answer(id, said);
  const usual = questions.filter((question) => !isFirst(question));
  const said = usual.filter(({ state }) => state !== 'usual').length;
  const isItems = questions.some(({ id }) => id === 'items');
  return (
    <>
      {questions.filter(isFirst).map((question) => (
        <QuestionField key={question.id} question={question} today={desk.today} onAnswer={answer(question.id)} />
      ))}
      {isItems && <ItemFindings desk={desk} />}
      {usual.length > 0 && (
        <details className="usual">
          <summary>
            {usual.length} more questions, taken as usual {said > 0 && <span className="tag">{said} said</span>}
          </summary>
          <div className="questions">
            {usual.map((question) => (
              <QuestionField key={question.id} question={question} today={desk.today} onAnswer={answer(question.id)} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

const MOST_WORDS = 5;

/** What a closed card says: the answers that stand for themselves. */
function summaryOf(questions: readonly CaseQuestion[]): string {
  const words = questions.flatMap(({ answer, options, kind }) => {
    if (answer === null || kind === 'tiles' || kind === 'amount') return [];
    const said = typeof answer === 'string' ? [answer] : answer;
    return said.map((value) => options.find((option) => option.value === value)?.words ?? daysInWords(value));
  });
  const more = words.length > MOST_WORDS ? `, and ${words.length - MOST_WORDS} more` : '';
  return `${words.slice(0, MOST_WORDS).join(', ')}${more}`;
}
