import { useState } from 'react';
import type { PutQuestion } from '../../../teach/questions/question.ts';
import { noteOn } from '../../../teach/say.ts';
import { HARMS } from '../../../teach/answer-fate.ts';
import { Icon } from '../../parts/Icon.tsx';
import type { CallProps } from './call-props.ts';

interface SayProps extends Pick<CallProps, 'customer' | 'round'> {
  readonly question: PutQuestion;
  readonly voice: (text: string) => string;
  readonly onSay: (option: number) => void;
}

/** The sentence for the customer, out of the book: one is true of this case. */
export function SayIt({ question, customer, round, voice, onSay }: SayProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const { said, world } = round;
  return (
    <section className="card panel say-it" aria-label="What you say">
      <h2>{said === null ? 'Now say it to the customer' : 'What you said'}</h2>
      <fieldset className="causes">
        <legend className="hidden">{question.asks}</legend>
        {question.options.map((option, place) => {
          const note =
            said === null || question.item === undefined
              ? null
              : noteOn(customer, question.item.id, option, world.cause);
          const isSaid = place === said;
          return (
            <label key={option.word} className={note?.right ? 'cause is-so' : isSaid ? 'cause not-so' : 'cause'}>
              <input
                type="radio"
                name="sentence"
                checked={said === null ? place === chosen : isSaid}
                disabled={said !== null}
                onChange={() => setChosen(place)}
              />
              <span>
                “{voice(option.says)}”
                {note?.right && (
                  <span className="told good">
                    <Icon name="check" size={12} /> True of this case
                  </span>
                )}
                {note && isSaid && note.harm && (
                  <span className="told">
                    <Icon name="close" size={12} /> {HARMS[note.harm].word}. {voice(note.says)}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </fieldset>
      {said === null && (
        <button
          type="button"
          className="button main"
          aria-disabled={chosen === null}
          onClick={() => chosen !== null && onSay(chosen)}
        >
          Say this
        </button>
      )}
    </section>
  );
}
