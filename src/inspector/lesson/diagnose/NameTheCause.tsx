import { useState } from 'react';
import { must } from '../../../model/must.ts';
import { RULES } from '../../../rulebook/rules/rules.ts';
import type { Rule } from '../../../rulebook/tables/rule.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Machinery } from '../../parts/Machinery.tsx';
import type { CallProps } from './call-props.ts';
import { countOfQuestions } from './in-questions.ts';

const BOOK: Readonly<Record<string, Rule>> = RULES;

interface NameProps extends Pick<CallProps, 'game' | 'round'> {
  readonly voice: (text: string) => string;
  readonly onName: (cause: number) => void;
}

/** Everything that can be the cause, to be named at any time. Which of it is still possible one has to work out. */
export function NameTheCause({ game, round, voice, onName }: NameProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const { named, end, world } = round;
  const wrong = new Set(named.filter(({ right }) => !right).map(({ cause }) => cause));
  const last = named.at(-1);
  const isOpen = end === 'open';
  const says = (cause: string): string => voice(must(BOOK[cause], cause).says);
  const name = () => {
    if (chosen === null) return;
    onName(chosen);
    setChosen(null);
  };
  return (
    <section className="card panel name-cause" aria-label="The cause">
      <h2>{isOpen ? 'Name the cause' : end === 'found' ? 'You found the cause' : 'The cause'}</h2>
      {isOpen && (
        <p>
          You may name it at any time.{' '}
          {game.wrongName > 0 && `A wrong one costs as much as ${countOfQuestions(game.wrongName)}.`}
        </p>
      )}
      <div className="cause-list scrolls">
        <fieldset className="causes">
          <legend className="hidden">Causes</legend>
          {game.worlds.causes.map((cause, place) => {
            const isWrong = wrong.has(cause);
            const isIt = !isOpen && cause === world.cause;
            // Afterwards only what was named is of interest, and what it was.
            if (!isOpen && !isWrong && !isIt) return null;
            return (
              <label key={cause} className={isWrong ? 'cause not-so' : isIt ? 'cause is-so' : 'cause'}>
                <input
                  type="radio"
                  name="cause"
                  checked={place === chosen || isIt}
                  disabled={!isOpen || isWrong}
                  onChange={() => setChosen(place)}
                />
                <span>
                  {says(cause)}
                  <Machinery>
                    <code className="reason-id">{cause}</code>
                  </Machinery>
                  {isWrong && (
                    <span className="told">
                      <Icon name="close" size={12} /> Not it
                    </span>
                  )}
                  {isIt && (
                    <span className="told good">
                      <Icon name="check" size={12} /> This is it
                    </span>
                  )}
                </span>
              </label>
            );
          })}
        </fieldset>
      </div>
      {isOpen && (
        <button type="button" className="button main" aria-disabled={chosen === null} onClick={name}>
          Name this cause
        </button>
      )}
      <p role="status" className={last && isOpen ? 'note' : 'hidden'}>
        {last &&
          isOpen &&
          `That is not it. ${last.ruledOut ? 'The answers had ruled it out before.' : 'It could have been.'}`}
        {!isOpen && `${end === 'found' ? 'Right' : 'The cause'}: ${says(world.cause)}`}
      </p>
    </section>
  );
}
