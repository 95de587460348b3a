import { useId, useMemo, useState } from 'react';
import type { Json } from '../../model/canonical.ts';
import { wordsOfValue } from '../../insight/what-if/value-words.ts';
import { isList, type JsonGroup, type JsonPath, valueAt } from '../../intake/json.ts';
import { type NamedList, namesFor, titleOfKey, typedAs } from './more-values.ts';
import { type WorldField, WORLD_FIELDS } from './world-fields.ts';

/** A name that other parts of the case use, and how it reads. */
export interface NamedPart {
  readonly value: string;
  readonly words: string;
}
export type NamedParts = Readonly<Record<NamedList, readonly NamedPart[]>>;

export interface MoreProps {
  /** What it is about. */
  readonly title: string;
  /** The group of the schema, such as `world.items[]`. */
  readonly group: string;
  /** The same place in this case. */
  readonly base: JsonPath;
  /** Only these, by their paths. */
  readonly only?: readonly string[];
  readonly stated: JsonGroup;
  readonly names: NamedParts;
  readonly onSet: (path: JsonPath, value: Json | undefined) => void;
  /** Takes the part out of the case. */
  readonly onRemove?: () => void;
}

/** They name the part itself: what else speaks of it would lose it. */
const FIXED: ReadonlySet<string> = new Set(['id', 'category']);

/** Everything that the world's schema has for one part of a case. What is not said is as it usually is. */
export function MoreFields({ title, group, base, only, stated, names, onSet, onRemove }: MoreProps) {
  const [isOpen, setIsOpen] = useState(false);
  const fields = useMemo(
    () =>
      WORLD_FIELDS.filter(({ path, key }) =>
        only ? only.includes(path) : path.startsWith(`${group}.`) && !FIXED.has(key),
      ),
    [group, only],
  );
  const pathOf = ({ path }: WorldField): JsonPath => [...base, ...path.slice(only ? 0 : group.length + 1).split('.')];
  const set = fields.filter((field) => read(stated, pathOf(field)) !== undefined).length;
  return (
    <details className="more-fields" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        More about <bdi>{title}</bdi> {set > 0 && <span className="tag">{set} said</span>}
      </summary>
      {isOpen && (
        <ul>
          {fields.map((field) => (
            <li key={field.path}>
              <Field
                field={field}
                value={read(stated, pathOf(field))}
                names={names}
                onSet={(value) => onSet(pathOf(field), value)}
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
  const { key, path, usual } = field;
  // Of a service its name says what the two keys below it do not.
  const above = path.split('.').at(-2);
  const title = path.startsWith('world.services.') && above !== 'services' ? `${titleOfKey(String(above))}: ` : '';
  return (
    <>
      <label htmlFor={id}>
        {title}
        {titleOfKey(key)}
      </label>
      <Control id={id} field={field} value={value} names={names} onSet={onSet} />
      <p className="quiet">
        <bdi>{asSentence(field.says)}</bdi>
        {usual !== null && ` Usually: ${field.choices.includes(usual) ? wordsFor(usual) : usual}.`}
      </p>
    </>
  );
}

const asSentence = (words: string): string => (words === '' || /[.?!…]$/.test(words) ? words : `${words}.`);
const wordsFor = (value: string): string => {
  const words = wordsOfValue('words', value).replaceAll('-', ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};

function Control({ id, field, value, names, onSet }: FieldProps & { readonly id: string }) {
  const said = value === undefined || value === null ? '' : String(value);
  const listed = namesFor(field);
  if (field.kind === 'list')
    return <NameList id={id} names={listed ? names[listed] : []} value={value} onSet={onSet} />;
  const choices: readonly NamedPart[] =
    field.kind === 'choice'
      ? field.choices.map((choice) => ({ value: choice, words: wordsFor(choice) }))
      : listed
        ? names[listed]
        : [];
  if (field.kind === 'choice' || choices.length > 0)
    return (
      <select
        id={id}
        className="select list-answer"
        value={said}
        onChange={(event) => onSet(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">As usual</option>
        {choices.map(({ value: choice, words }) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
        {said !== '' && !choices.some((choice) => choice.value === said) && <option value={said}>{said}</option>}
      </select>
    );
  if (typedAs(field) === 'day' && (said === '' || /^\d{4}-\d{2}-\d{2}$/.test(said)))
    return <input id={id} type="date" value={said} onChange={(event) => onSet(event.target.value || undefined)} />;
  return <Words id={id} isNumber={field.kind === 'number'} value={said} onSet={onSet} />;
}

interface WordsProps {
  readonly id: string;
  readonly isNumber: boolean;
  readonly value: string;
  readonly onSet: (value: Json | undefined) => void;
}

/** Taken when it is left, as a whole. */
function Words({ id, isNumber, value, onSet }: WordsProps) {
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
      placeholder="As usual"
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
  readonly value: Json | undefined;
  readonly onSet: (value: Json | undefined) => void;
}

function NameList({ id, names, value, onSet }: NamesProps) {
  const said = isList(value) ? value.map(String) : [];
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
    </span>
  );
}
