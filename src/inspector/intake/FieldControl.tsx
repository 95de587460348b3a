import { useState } from 'react';
import type { Json } from '../../model/canonical.ts';
import { isList } from '../../intake/json.ts';
import { choicesFor, EMPTY_LISTS, type NamedPart, type NamedParts, typedAs } from './more-values.ts';
import { type OfferedChoice, Options } from './Options.tsx';
import type { WorldField } from './world-fields.ts';

interface ControlProps {
  readonly id: string;
  readonly field: WorldField;
  readonly value: Json | undefined;
  readonly names: NamedParts;
  readonly onSet: (value: Json | undefined) => void;
}

/** How a field of the schema is answered: chosen where there are words or names to choose from, else typed. */
export function FieldControl({ id, field, value, names, onSet }: ControlProps) {
  const said = value === undefined || value === null ? '' : String(value);
  const choices = choicesFor(field, names);
  if (field.kind === 'list')
    return <NameList id={id} names={choices} empty={EMPTY_LISTS[field.key]} value={value} onSet={onSet} />;
  if (field.kind === 'choice' || choices.length > 0)
    return <Choose id={id} choices={choices} said={said} unsaid="As usual" onSet={onSet} />;
  if (typedAs(field) === 'day' && (said === '' || /^\d{4}-\d{2}-\d{2}$/.test(said)))
    return <input id={id} type="date" value={said} onChange={(event) => onSet(event.target.value || undefined)} />;
  return <Words id={id} isNumber={field.kind === 'number'} value={said} unsaid="As usual" onSet={onSet} />;
}

interface ChooseProps {
  readonly id: string;
  readonly choices: readonly OfferedChoice[];
  readonly said: string;
  /** What stands there while nothing is said; `null` where it cannot be without an answer. */
  readonly unsaid: string | null;
  readonly onSet: (value: string | undefined) => void;
}

/** One of a list, under headings where it has some. */
export function Choose({ id, choices, said, unsaid, onSet }: ChooseProps) {
  return (
    <select
      id={id}
      className="select list-answer"
      value={said}
      onChange={(event) => onSet(event.target.value === '' ? undefined : event.target.value)}
    >
      {unsaid !== null && <option value="">{unsaid}</option>}
      <Options choices={choices} />
      {said !== '' && !choices.some((choice) => choice.value === said) && <option value={said}>{said}</option>}
    </select>
  );
}

interface WordsProps {
  readonly id: string;
  readonly isNumber: boolean;
  readonly value: string;
  readonly unsaid: string;
  readonly onSet: (value: string | number | undefined) => void;
}

/** Taken when it is left, as a whole. */
export function Words({ id, isNumber, value, unsaid, onSet }: WordsProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    if (typed === null || typed.trim() === value) return setTyped(null);
    const words = typed.trim();
    setTyped(null);
    return onSet(words === '' ? undefined : isNumber && /^\d+$/.test(words) ? Number(words) : words);
  };
  return (
    <input
      id={id}
      maxLength={500}
      value={typed === null ? value : typed}
      placeholder={unsaid}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}

interface NamesProps {
  readonly id: string;
  readonly names: readonly NamedPart[];
  /** The words for none of them, where that says something. */
  readonly empty: string | undefined;
  readonly value: Json | undefined;
  readonly onSet: (value: Json | undefined) => void;
}

function NameList({ id, names, empty, value, onSet }: NamesProps) {
  const said = isList(value) ? value.map(String) : [];
  const isNone = isList(value) && value.length === 0;
  const turn = (name: string) => {
    const next = said.includes(name) ? said.filter((each) => each !== name) : [...said, name];
    onSet(next.length === 0 ? undefined : next);
  };
  return (
    <span className="line-up" id={id} role="group" aria-label="Names">
      {names.map((name) => (
        <label key={name.value} className="check">
          <input type="checkbox" checked={said.includes(name.value)} onChange={() => turn(name.value)} />{' '}
          <bdi>{name.words}</bdi>
        </label>
      ))}
      {empty !== undefined && (
        <label className="check">
          <input type="checkbox" checked={isNone} onChange={() => onSet(isNone ? undefined : [])} /> {empty}
        </label>
      )}
    </span>
  );
}
