import { CERTAINTIES, type Certainty, CERTAINTY_WORDS } from '../../../teach/attempt.ts';
import type { PutQuestion } from '../../../teach/questions/question.ts';
import { cardOf } from '../fate-cards.ts';
import { FateShape } from '../../parts/Fate.tsx';

interface ChoiceProps {
  readonly question: PutQuestion;
  /** What it is about, for who cannot see the row. */
  readonly about: string;
  readonly chosen: number | null;
  /** The focus comes to its first answer when the screen is drawn. */
  readonly isFirst: boolean;
  readonly onChoose: (option: number) => void;
}

/** The answers to one question: fates by their shapes, everything else by its words. */
export function AnswerChoices({ question, about, chosen, isFirst, onChoose }: ChoiceProps) {
  const { id, asks, options, kind } = question;
  return (
    <fieldset className={`choices ${kind}-choices`}>
      <legend>
        <span className="hidden">{about}: </span>
        {asks}
      </legend>
      <div className="options">
        {options.map(({ word, says, fate }, place) => (
          <label key={word} className={fate ? 'option shaped' : 'option'} title={fate ? says : undefined}>
            <input
              type="radio"
              name={id}
              data-card={fate && cardOf(fate)}
              data-first={isFirst && place === 0 ? true : undefined}
              checked={place === chosen}
              onChange={() => onChoose(place)}
            />
            {fate && <FateShape fate={fate} />}
            <span className="option-word">{says}</span>
          </label>
        ))}
      </div>
      <p className="chosen-word" aria-hidden="true">
        {chosen === null ? '' : options[chosen]?.says}
      </p>
    </fieldset>
  );
}

interface SureProps {
  readonly name: string;
  readonly about: string;
  readonly sure: Certainty | undefined;
  readonly onSure: (sure: Certainty) => void;
}

/** How sure, in three steps; each is a bar more. */
export function SureChoice({ name, about, sure, onSure }: SureProps) {
  return (
    <fieldset className="choices sure-choices">
      <legend>
        <span className="hidden">{about}: </span>How sure?
      </legend>
      <div className="options">
        {CERTAINTIES.map((word) => (
          <label key={word} className="option shaped" title={CERTAINTY_WORDS[word]}>
            <input type="radio" name={name} checked={word === sure} onChange={() => onSure(word)} />
            <SureBars sure={word} />
            <span className="option-word">{CERTAINTY_WORDS[word]}</span>
          </label>
        ))}
      </div>
      <p className="chosen-word" aria-hidden="true">
        {sure === undefined ? '' : CERTAINTY_WORDS[sure]}
      </p>
    </fieldset>
  );
}

/** One to three bars, as of a signal. */
export function SureBars({ sure }: { readonly sure: Certainty }) {
  const bars = CERTAINTIES.indexOf(sure) + 1;
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {CERTAINTIES.map((word, place) => (
        <rect
          key={word}
          x={1 + place * 4.5}
          y={8.5 - place * 3}
          width="3"
          height={4.5 + place * 3}
          rx="0.8"
          fill={place < bars ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1"
        />
      ))}
    </svg>
  );
}
