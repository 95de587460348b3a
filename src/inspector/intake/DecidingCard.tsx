import { useId } from 'react';
import type { CaseAnswer, CaseEnd } from '../../intake/answer.ts';
import type { Consequence, Decides, Moved } from '../../intake/trying.ts';
import { type CaseQuestion, DONT_KNOW } from '../../intake/question.ts';
import type { CaseDesk } from './case-desk.ts';
import { useVoice } from '../parts/voice.ts';
import { Glyph } from './glyphs.tsx';
import { firstToAsk } from './first-to-ask.ts';
import { useDesk } from './use-desk.ts';

interface DecidingProps {
  readonly desk: CaseDesk;
  readonly onGoTo: (question: string) => void;
}

/** The one open question that decides most, with what follows from each answer. An answer is given with a tap. */
export function DecidingCard({ desk, onGoTo }: DecidingProps) {
  const {
    deciding,
    isLooking: isBusy,
    questions,
    answer,
  } = useDesk(desk, 'deciding', 'isLooking', 'questions', 'answer');
  const first = deciding && firstToAsk(deciding, questions, answer);
  if (answer?.ok === false) return null;
  return (
    <section className={isBusy ? 'deciding busy' : 'deciding'} aria-label="Ask this next" aria-busy={isBusy}>
      {first ? (
        <Asks
          decides={first}
          isBusy={isBusy}
          question={questions.find(({ id }) => id === first.question)}
          onAnswer={(said) => desk.answer(first.question, said)}
          onGoTo={() => onGoTo(first.question)}
        />
      ) : (
        <p className="quiet">
          {isBusy ? 'Looking for the question that decides most …' : nothingOpen(deciding !== null, answer)}
        </p>
      )}
    </section>
  );
}

function nothingOpen(isDone: boolean, answer: CaseAnswer | null): string {
  if (!isDone || answer === null || answer.items.length === 0) return 'The question that decides most will stand here.';
  return answer.counts.depends === 0
    ? 'No open question changes anything any more.'
    : 'What is left hangs on something that no card asks for. It stands below, and can be said in the file.';
}

interface AsksProps {
  readonly decides: Decides;
  readonly isBusy: boolean;
  readonly question: CaseQuestion | undefined;
  readonly onAnswer: (said: string) => void;
  readonly onGoTo: () => void;
}

function Asks({ decides, isBusy, question, onAnswer, onGoTo }: AsksProps) {
  const id = useId();
  const voice = useVoice();
  const { ask, state, consequences, together } = decides;
  const isSeveral = question?.kind === 'several';
  return (
    <>
      <p className="label">
        {state === 'not-known' ? 'Nobody knows yet' : 'Ask this next'}
        {isBusy && <span> · looking again …</span>}
      </p>
      <h3 id={id}>
        <bdi>{voice(ask)}</bdi>
      </h3>
      {together.length > 0 && (
        <p className="quiet">
          It decides together with what is not known either. What follows is told for:{' '}
          <bdi>{voice(together.map((other) => `${other.ask} ${other.words}.`).join(' '))}</bdi>
        </p>
      )}
      <ul className="consequences" aria-labelledby={id}>
        {consequences.map((each) => (
          <li key={each.answer}>
            <button
              type="button"
              className="tile"
              onClick={() => (isSeveral ? onGoTo() : onAnswer(each.answer))}
              aria-disabled={each.impossible !== null}
              aria-label={voice(each.words)}
            >
              <span>
                <bdi>{voice(each.words)}</bdi>
              </span>
            </button>
            <Follows consequence={each} />
          </li>
        ))}
        {state !== 'not-known' && (
          <li>
            <button type="button" className="tile ask" onClick={() => onAnswer(DONT_KNOW)}>
              <Glyph sign="ask" />
              <span>I don’t know</span>
            </button>
            <span className="quiet">Then the next question stands here.</span>
          </li>
        )}
      </ul>
    </>
  );
}

const MOST_TITLES = 3;
const FOLLOWS: Readonly<Record<CaseEnd, string>> = {
  comes: 'comes',
  'does-not': 'does not come',
  waits: 'waits',
  depends: 'still depends',
};

/** What follows, heap by heap: `Photos and videos, Messages: comes`. */
function Follows({ consequence: { impossible, items } }: { readonly consequence: Consequence }) {
  if (impossible !== null) return <span className="quiet">{impossible}</span>;
  const ends = (Object.keys(FOLLOWS) as CaseEnd[]).filter((end) => items.some((item) => item.end === end));
  return (
    <span className="follows">
      {ends.map((end) => (
        <span key={end} className={end}>
          <b>{FOLLOWS[end]}:</b> <bdi>{titlesIn(items.filter((item) => item.end === end))}</bdi>
        </span>
      ))}
    </span>
  );
}

function titlesIn(items: readonly Moved[]): string {
  const titles = items
    .slice(0, MOST_TITLES)
    .map(({ title, word, end }) => (end === 'depends' ? title : `${title} (${word.toLowerCase()})`));
  const more = items.length - titles.length;
  return `${titles.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
