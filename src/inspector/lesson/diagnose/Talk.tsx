import { useEffect, useRef } from 'react';
import { answerInWords, askOf } from '../../../teach/diagnose/worlds.ts';
import type { CallProps } from './call-props.ts';

interface TalkProps extends Pick<CallProps, 'title' | 'customer' | 'game' | 'round' | 'showsLeft'> {
  readonly voice: (text: string) => string;
  readonly onAsk: (question: number) => void;
}

/** The customer’s words, what has been asked and answered, and what can be asked next. */
export function Talk({ title, customer, game, round, showsLeft, voice, onAsk }: TalkProps) {
  const { asked, end } = round;
  const all = game.worlds.causes.length;
  const tellsLeft = showsLeft || end !== 'open';
  const done = new Set(asked.map(({ question }) => question));
  const open = game.worlds.questions.flatMap((fact, place) => (done.has(fact) ? [] : [{ fact, place }]));
  const last = asked.at(-1);
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(asked.length);
  useEffect(() => {
    // The question that was asked has left the list: the one after it stands where it stood.
    if (asked.length > before.current && document.activeElement === document.body)
      list.current?.querySelector('button')?.focus();
    before.current = asked.length;
  }, [asked.length]);
  return (
    <section className="card panel talk scrolls" aria-label="The call" tabIndex={0}>
      <h2>{title}</h2>
      {customer.case.customer !== undefined && (
        <blockquote>
          <bdi>“{customer.case.customer}”</bdi>
        </blockquote>
      )}
      {asked.length > 0 && (
        <table className="asked">
          <thead>
            <tr>
              <th scope="col" aria-label="Number">
                #
              </th>
              <th scope="col">You asked</th>
              <th scope="col">The customer said</th>
              {tellsLeft && <th scope="col">Left</th>}
            </tr>
          </thead>
          <tbody>
            {asked.map(({ question, answer, causesAfter }, n) => (
              <tr key={`${question} ${String(n)}`}>
                <td>{n + 1}</td>
                <td>{voice(askOf(question))}</td>
                <td>{voice(answerInWords(question, answer))}</td>
                {tellsLeft && <td className="left">{`${causesAfter} of ${all} causes`}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {end === 'open' && (
        <>
          <h3>{asked.length === 0 ? 'Ask' : 'Ask next'}</h3>
          <ul className="ask-next" ref={list}>
            {open.map(({ fact, place }) => (
              <li key={fact}>
                <button type="button" className="button ask" onClick={() => onAsk(place)}>
                  {voice(askOf(fact))}
                </button>
              </li>
            ))}
          </ul>
          {open.length === 0 && <p className="quiet">There is nothing more to ask. Name the cause.</p>}
        </>
      )}
      <p className="hidden" role="status">
        {last && end === 'open' && `The customer said: ${voice(answerInWords(last.question, last.answer))}`}
      </p>
    </section>
  );
}
