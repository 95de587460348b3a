import type { Certainty } from '../../../teach/attempt.ts';
import type { Twin } from '../../../teach/twin.ts';
import { Icon } from '../../parts/Icon.tsx';
import { SureChoice } from '../predict/AnswerChoices.tsx';

interface QuestionProps {
  readonly twin: Twin;
  readonly chosen: number | null;
  readonly sure: Certainty | undefined;
  readonly isOpen: boolean;
  readonly onChoose: (option: number) => void;
  readonly onSure: (sure: Certainty) => void;
}

/** Which condition it is; each of the others has been played, and changes nothing of where the item ends. */
export function TwinQuestion({ twin, chosen, sure, isOpen, onChoose, onSure }: QuestionProps) {
  return (
    <section className="card panel twin-question" aria-label="Your answer">
      <h2>
        What makes the difference for <bdi>“{twin.item.title}”</bdi>?
      </h2>
      <fieldset className="choices">
        <legend className="hidden">What differs</legend>
        {twin.options.map(({ path, to, title, here, there }, place) => {
          const state = isOpen ? '' : place === twin.key ? 'is-so' : place === chosen ? 'not-so' : '';
          return (
            <label key={`${path} ${to}`} className={`option contrast ${state}`}>
              <input
                type="radio"
                name="twin"
                checked={place === chosen}
                disabled={!isOpen}
                onChange={() => onChoose(place)}
              />
              <span>
                <bdi>{title}</bdi>
                <span className="quiet">{`${here} here, ${there} there`}</span>
                {state === 'is-so' && (
                  <span className="told good">
                    <Icon name="check" size={12} /> This one
                  </span>
                )}
                {state === 'not-so' && (
                  <span className="told">
                    <Icon name="close" size={12} /> It ends here as it does, with this too
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </fieldset>
      {isOpen && <SureChoice name="sure-twin" about="The difference" sure={sure} onSure={onSure} />}
    </section>
  );
}
