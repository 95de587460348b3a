import { useId, useMemo, useState } from 'react';
import type { Json } from '../../model/canonical.ts';
import { type JsonGroup, type JsonPath, valueAt } from '../../intake/json.ts';
import { daysInWords } from '../../model/time.ts';
import { useVoice } from '../parts/voice.ts';
import { FieldControl } from './FieldControl.tsx';
import { type NamedParts, titleOfField, wordsOfChoice } from './more-values.ts';
import { plainSays } from './plain-says.ts';
import { fieldsOfPart, type ShownPart } from './shown-parts.ts';
import type { WorldField } from './world-fields.ts';

interface MoreProps extends ShownPart {
  readonly stated: JsonGroup;
  readonly names: NamedParts;
  readonly onSet: (path: JsonPath, value: Json | undefined) => void;
  /** Takes the part out of the case. */
  readonly onRemove?: () => void;
}

/** Everything that the world's schema has for one part of a case. What is not said is as it usually is. */
export function MoreFields({ stated, names, onSet, onRemove, ...part }: MoreProps) {
  const [isOpen, setIsOpen] = useState(false);
  const voice = useVoice();
  const { title, group, base, only } = part;
  const fields = useMemo(
    () => fieldsOfPart({ title, group, base, ...(only ? { only } : {}) }),
    [title, group, base, only],
  );
  // Nothing needs itself.
  const others = { ...names, items: names.items.filter(({ value }) => value !== base.at(-1)) };
  const set = fields.filter(([, path]) => read(stated, path) !== undefined).length;
  return (
    <details className="more-fields" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        More about <bdi>{voice(title)}</bdi> {set > 0 && <span className="tag">{set} said</span>}
      </summary>
      {isOpen && (
        <ul>
          {fields.map(([field, path]) => (
            <li key={field.path}>
              <Field
                field={field}
                value={read(stated, path)}
                names={field.key === 'needs' ? others : names}
                onSet={(value) => onSet(path, value)}
              />
            </li>
          ))}
        </ul>
      )}
      {isOpen && onRemove && (
        <button type="button" className="button small" onClick={onRemove}>
          Take it out
        </button>
      )}
    </details>
  );
}

/** One word says both what a service was at the backup and what it is now. */
function read(stated: JsonGroup, path: JsonPath): Json | undefined {
  const both = path.at(-3) === 'services' ? valueAt(stated, path.slice(0, -1)) : undefined;
  return typeof both === 'string' ? both : valueAt(stated, path);
}

interface FieldProps {
  readonly field: WorldField;
  readonly value: Json | undefined;
  readonly names: NamedParts;
  readonly onSet: (value: Json | undefined) => void;
}

function Field({ field, value, names, onSet }: FieldProps) {
  const id = useId();
  const voice = useVoice();
  const { usual } = field;
  return (
    <>
      <label htmlFor={id}>{voice(titleOfField(field))}</label>
      <FieldControl id={id} field={field} value={value} names={names} onSet={onSet} />
      <p className="quiet">
        <bdi>{voice(asSentence(plainSays(field)))}</bdi>
        {usual !== null &&
          ` Usually: ${field.choices.includes(usual) ? voice(wordsOfChoice(usual)) : daysInWords(usual)}.`}
      </p>
    </>
  );
}

const asSentence = (words: string): string => (words === '' || /[.?!…]$/.test(words) ? words : `${words}.`);
