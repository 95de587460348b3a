import { useMemo, useState, useSyncExternalStore } from 'react';
import { must } from '../../../model/must.ts';
import { noteOn } from '../../../teach/say.ts';
import { HARMS } from '../../../teach/answer-fate.ts';
import { marksOf } from '../../../teach/score.ts';
import { Icon } from '../../parts/Icon.tsx';
import { FeedbackCard } from '../feedback/FeedbackCard.tsx';
import { KnownCase } from '../KnownCase.tsx';
import { LockFoot } from '../LockFoot.tsx';
import type { TaskScreenProps } from '../task-screen.ts';
import { useVariant } from '../use-variant.ts';
import { SureChoice } from '../predict/AnswerChoices.tsx';
import '../predict/predict.css';
import './say.css';

/** For some items: the sentence for the customer, out of the book. */
export function SayScreen({ desk, place, onNext }: TaskScreenProps<'say'>) {
  useSyncExternalStore(desk.subscribe, desk.getSnapshot);
  const { variant, questions } = useVariant(desk, place);
  const log = desk.log(place);
  const isOpen = !log.locked;
  const [looked, setLooked] = useState(0);
  const marks = useMemo(() => (isOpen ? [] : marksOf(variant, log)), [isOpen, variant, log]);
  const chosenFor = (n: number): number | null => {
    const choice = log.choices[n];
    return choice?.did === 'bet' ? choice.option : null;
  };
  const left = questions.filter((_, n) => chosenFor(n) === null).length;
  const right = marks.filter((mark) => mark.right).length;
  const shown = questions[looked];
  return (
    <>
      <main className="lesson-main predict saying">
        <div className="side case-side">
          <KnownCase variant={variant} />
        </div>
        <section className="card panel sentences scrolls" aria-label="What you say" tabIndex={0}>
          <h2>{isOpen ? 'What do you tell the customer about each of these?' : 'What you said'}</h2>
          <ol>
            {questions.map((question, n) => {
              const item = must(question.item, 'the item of a sentence');
              const mark = marks[n];
              const chosen = chosenFor(n);
              return (
                <li key={question.id}>
                  <fieldset className="choices">
                    <legend>
                      <bdi>{item.title}</bdi>
                    </legend>
                    {question.options.map((option, at) => {
                      const note = mark ? noteOn(variant, item.id, option, mark.key) : null;
                      const isSaid = at === chosen;
                      return (
                        <label
                          key={option.word}
                          className={`option sentence ${note?.right ? 'is-so' : note && isSaid ? 'not-so' : ''}`}
                        >
                          <input
                            type="radio"
                            name={question.id}
                            checked={isSaid}
                            disabled={!isOpen}
                            onChange={() => desk.bet(place, n, at)}
                          />
                          <span>
                            “{option.says}”
                            {note?.right && (
                              <span className="told good">
                                <Icon name="check" size={12} /> True of this case
                              </span>
                            )}
                            {note?.harm && isSaid && (
                              <span className="told">
                                <Icon name="close" size={12} /> {HARMS[note.harm].word}. {note.says}
                              </span>
                            )}
                          </span>
                        </label>
                      );
                    })}
                  </fieldset>
                  {isOpen ? (
                    <SureChoice
                      name={`sure-${question.id}`}
                      about={item.title}
                      sure={desk.sureOf(place, n)}
                      onSure={(sure) => desk.beSure(place, n, sure)}
                    />
                  ) : (
                    <button
                      type="button"
                      className="button small why-button"
                      aria-pressed={n === looked}
                      aria-label={`Why: ${item.title}`}
                      onClick={() => setLooked(n)}
                    >
                      Why
                    </button>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
        <div className="side">
          {!isOpen && shown?.item ? (
            <FeedbackCard
              key={shown.id}
              variant={variant}
              item={shown.item}
              marks={marks.filter(({ n }) => n === looked)}
            />
          ) : (
            <section className="card panel" aria-label="How to choose">
              <h2>How to choose</h2>
              <ul className="advice">
                <li>Does it promise something? Then it has to come.</li>
                <li>Does it ask to wait or to do something? Then that has to help.</li>
                <li>Does it say that it is gone? Then nothing may bring it any more.</li>
                <li>Does it give a reason? Then it has to be this one.</li>
              </ul>
            </section>
          )}
        </div>
      </main>
      <LockFoot desk={desk} place={place} isReady={left === 0} locks="Lock my sentences" onNext={onNext}>
        <p className="foot-says" role="status">
          {isOpen ? (
            <>
              <b>{`${questions.length - left} of ${questions.length}`}</b> chosen. There is no time limit.
            </>
          ) : (
            <b>{`${right} of ${questions.length} are true of this case.`}</b>
          )}
        </p>
      </LockFoot>
    </>
  );
}
