import type { AnsweredItem, CaseAnswer, CaseEnd } from '../../intake/answer.ts';
import type { CaseProblem } from '../../intake/case-scenario.ts';
import { FateShape } from '../parts/Fate.tsx';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import type { Draft } from '../../intake/draft.ts';
import { isList } from '../../intake/json.ts';
import type { CaseQuestion } from '../../intake/question.ts';
import type { CaseDesk } from './case-desk.ts';
import { DecidingCard } from './DecidingCard.tsx';
import { useVoice } from '../parts/voice.ts';
import { END_SHAPES, END_TITLES, ENDS_SHOWN } from './end-words.ts';
import { tryInWords } from './otherwise.ts';
import { useDesk } from './use-desk.ts';

interface PanelProps {
  readonly desk: CaseDesk;
  /** Goes to a question on its card. */
  readonly onGoTo: (question: string) => void;
}

/** What follows from what was said: the question that decides most, and the four heaps. */
export function AnswerPanel({ desk, onGoTo }: PanelProps) {
  const { answer, draft, questions, isBehind, isLooking, refused } = useDesk(
    desk,
    'answer',
    'draft',
    'questions',
    'isBehind',
    'isLooking',
    'refused',
  );
  return (
    <div className="answer-panel" aria-busy={isBehind}>
      {refused !== null && (
        <p className="trouble" role="alert">
          {refused}
        </p>
      )}
      <DecidingCard desk={desk} onGoTo={onGoTo} />
      {answer === null && <p className="quiet">Working it out …</p>}
      {answer?.ok === false && <Problems problems={answer.problems} questions={questions} onGoTo={onGoTo} />}
      {answer?.ok && (
        <>
          <Outcome answer={answer} tries={triesIn(draft)} isLooking={isLooking} />
          {ENDS_SHOWN.map((end) => (
            <Heap key={end} end={end} answer={answer} questions={questions} onGoTo={onGoTo} />
          ))}
          <TakenForSo answer={answer} onGoTo={onGoTo} />
        </>
      )}
      <Unsaid desk={desk} basis={draft.basis} />
    </div>
  );
}

interface OutcomeProps {
  readonly answer: CaseAnswer;
  /** How often it was tried; what follows is how the last time ends. */
  readonly tries: number;
  readonly isLooking: boolean;
}

const triesIn = ({ stated: { attempts } }: Draft): number => 1 + (isList(attempts) ? attempts.length : 0);

function Outcome({ answer, tries, isLooking }: OutcomeProps) {
  if (answer.items.length === 0)
    return (
      <p className="outcome quiet">
        Nothing is expected yet: choose on card 3 what is missing and what came. Then it stands here what becomes of it.
      </p>
    );
  const { depends } = answer.counts;
  return (
    <p className="outcome">
      {tries > 1 && <span className="quiet">{tryInWords(tries)}, from the same beginning: </span>}
      <b>{answer.outcomeWord}</b>{' '}
      <span className="quiet">
        {depends === 0 ? answer.outcomeMeans : `This is how it ends as far as it is known: ${hanging(depends)}.`}
        {isLooking && ' Looking for what hangs on open questions …'}
      </span>
    </p>
  );
}

const hanging = (many: number): string =>
  many === 1 ? 'one thing hangs on an open answer' : `${many} things hang on open answers`;

interface HeapProps {
  readonly end: CaseEnd;
  readonly answer: CaseAnswer;
  readonly questions: readonly CaseQuestion[];
  readonly onGoTo: (question: string) => void;
}

function Heap({ end, answer, questions, onGoTo }: HeapProps) {
  const items = answer.items.filter((item) => item.end === end);
  if (items.length === 0) return null;
  return (
    <section className={`heap ${end}`} aria-label={END_TITLES[end]}>
      <h3>
        {END_SHAPES[end] && <FateShape fate={END_SHAPES[end]} />}
        {END_TITLES[end]} <span className="count">{items.length}</span>
      </h3>
      <ul>
        {items.map((item) => (
          <Item key={item.id} item={item} open={questions.find(({ id }) => id === item.dependsOn[0])} onGoTo={onGoTo} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly item: AnsweredItem;
  /** The question that it hangs on, where it hangs on one. */
  readonly open: CaseQuestion | undefined;
  readonly onGoTo: (question: string) => void;
}

function Item({ item, open, onGoTo }: ItemProps) {
  const { title, fate, word, says, end, ask, found } = item;
  const voice = useVoice();
  const isOpen = end === 'depends';
  const asks = open ? open.ask : ask;
  return (
    <li>
      <FateShape fate={isOpen ? 'unknown' : (fate ?? ON_THE_WAY)} />
      <div>
        <p>
          <b>
            <bdi>{title}</bdi>
          </b>{' '}
          <span className="quiet">{isOpen ? 'Depends' : word}</span>
          {found !== null && <span className="tag">{found === 'there' ? 'it is there' : 'it is missing'}</span>}
        </p>
        <p className="says">
          <bdi>{voice(isOpen && asks !== null ? asks : says)}</bdi>
          {isOpen && open && (
            <>
              {' '}
              <button type="button" className="link" onClick={() => onGoTo(open.id)}>
                Answer it
              </button>
            </>
          )}
        </p>
      </div>
    </li>
  );
}

/** Nothing of it has been said: whoever reads the answer has to see what it stands on. */
function TakenForSo({ answer, onGoTo }: { readonly answer: CaseAnswer; readonly onGoTo: (id: string) => void }) {
  const voice = useVoice();
  if (answer.takenForSo.length === 0) return null;
  return (
    <details className="taken">
      <summary>Taken for so until somebody says it: {answer.takenForSo.length}</summary>
      <ul>
        {answer.takenForSo.map(({ question, ask, words }) => (
          <li key={question}>
            <button type="button" className="link" onClick={() => onGoTo(question)}>
              <bdi>{voice(ask)}</bdi>
            </button>{' '}
            <bdi>{voice(words)}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface UnsaidProps {
  readonly desk: CaseDesk;
  readonly basis: Draft['basis'];
}

/** Whoever builds a case of their own says what counts, and no customer is asked about the rest. */
function Unsaid({ desk, basis }: UnsaidProps) {
  const isCall = basis === 'call';
  return (
    <p className="unsaid quiet">
      {isCall ? 'What nobody has said is not known. ' : 'What nobody has said is taken as it usually is. '}
      <button
        type="button"
        className="button small"
        onClick={() => desk.change({ basis: isCall ? 'scenario' : 'call' })}
      >
        {isCall ? 'Take the rest as usual' : 'Ask about it instead'}
      </button>
    </p>
  );
}

interface ProblemsProps {
  readonly questions: readonly CaseQuestion[];
  readonly problems: readonly CaseProblem[];
  readonly onGoTo: (question: string) => void;
}

function Problems({ problems, questions, onGoTo }: ProblemsProps) {
  const voice = useVoice();
  return (
    <section className="case-problems" aria-label="What has to be put right">
      <h3>This does not fit together yet</h3>
      <ul>
        {problems.map(({ question, path, message, advice }) => {
          // What a file lacks is, on the cards, a question without its answer.
          const unsaid = message.startsWith('missing ') ? questions.find(({ id }) => id === question) : undefined;
          return (
            <li key={`${path} ${message}`}>
              <bdi>{unsaid ? `Still to be said: ${voice(unsaid.ask)}` : message}</bdi>
              {advice !== undefined && !unsaid && (
                <p className="quiet">
                  <bdi>{advice}</bdi>
                </p>
              )}{' '}
              {question !== null && (
                <button type="button" className="link" onClick={() => onGoTo(question)}>
                  {unsaid ? 'Answer it' : 'Go there'}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
