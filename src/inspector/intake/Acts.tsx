import { useId } from 'react';
import {
  type ActField,
  actFields,
  ENTRIES_TO_ADD,
  entriesMoved,
  entriesWith,
  ENTRY_KINDS,
  entrySaying,
  kindOfEntry,
  newEntry,
} from '../../intake/acts.ts';
import type { CaseView } from '../../intake/case-view.ts';
import { isGroup, type JsonGroup } from '../../intake/json.ts';
import type { Json } from '../../model/canonical.ts';
import { Icon } from '../parts/Icon.tsx';
import { Add } from './Add.tsx';
import { Choose, Words } from './FieldControl.tsx';

interface ActsProps {
  readonly view: CaseView;
  /** What is told already, as a file has it. */
  readonly entries: readonly Json[];
  readonly onSet: (entries: readonly Json[]) => void;
}

/** What was done, one after the other, with all that can be said of each. */
export function Acts({ view, entries, onSet }: ActsProps) {
  return (
    <div className="acts">
      {entries.length > 0 && (
        <ol>
          {entries.map((entry, place) => (
            <li key={place}>
              {isGroup(entry) && (
                <Act
                  view={view}
                  entry={entry}
                  place={place}
                  many={entries.length}
                  onSet={(next) => onSet(entries.with(place, next))}
                  onMove={(by) => onSet(entriesMoved(entries, place, by))}
                  onRemove={() => onSet(entries.toSpliced(place, 1))}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      <Add
        label="Add what happened"
        choices={ENTRIES_TO_ADD}
        onAdd={(value) => onSet(entriesWith(entries, newEntry(view, value)))}
      />
    </div>
  );
}

interface ActProps {
  readonly view: CaseView;
  readonly entry: JsonGroup;
  readonly place: number;
  readonly many: number;
  readonly onSet: (entry: JsonGroup) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function Act({ view, entry, place, many, onSet, onMove, onRemove }: ActProps) {
  const kind = kindOfEntry(entry);
  const fields = actFields(view, entry);
  const rare = fields.filter(({ isRare }) => isRare);
  const props = {
    entry,
    onSay: (key: string, value: Json | undefined) => onSet(entrySaying(view, entry, key, value)),
  };
  const name = `${place + 1}. ${kind ? ENTRY_KINDS[kind] : 'An entry'}`;
  return (
    <fieldset className="act">
      <legend>{name}</legend>
      <Fields fields={fields.filter(({ isRare, takes }) => !isRare && takes !== 'tick')} {...props} />
      <Fields fields={fields.filter(({ takes }) => takes === 'tick')} {...props} />
      <details open={rare.some(({ key }) => entry[key] !== undefined)}>
        <summary>More</summary>
        <Fields fields={rare} {...props} />
      </details>
      <div className="line-up">
        <button type="button" className="button small" disabled={place === 0} onClick={() => onMove(-1)}>
          Earlier<span className="hidden">: {name}</span>
        </button>
        <button type="button" className="button small" disabled={place === many - 1} onClick={() => onMove(1)}>
          Later<span className="hidden">: {name}</span>
        </button>
        <button type="button" className="button small" onClick={onRemove}>
          <Icon name="close" size={12} /> Take it out<span className="hidden">: {name}</span>
        </button>
      </div>
    </fieldset>
  );
}

interface FieldsProps {
  readonly fields: readonly ActField[];
  readonly entry: JsonGroup;
  readonly onSay: (key: string, value: Json | undefined) => void;
}

const Fields = ({ fields, entry, onSay }: FieldsProps) =>
  fields.length === 0 ? null : (
    <div className="act-fields">
      {fields.map((field) => (
        <Field key={field.key} field={field} value={entry[field.key]} onSet={(value) => onSay(field.key, value)} />
      ))}
    </div>
  );

interface FieldProps {
  readonly field: ActField;
  readonly value: Json | undefined;
  readonly onSet: (value: Json | undefined) => void;
}

function Field({ field, value, onSet }: FieldProps) {
  const id = useId();
  const { ask, takes, options, unsaid } = field;
  const said = value === undefined || value === null ? '' : String(value);
  if (takes === 'tick')
    return (
      <label className="check">
        <input type="checkbox" checked={value === true} onChange={() => onSet(value === true ? undefined : true)} />
        <span>{ask}</span>
      </label>
    );
  return (
    <span className="act-field">
      <label htmlFor={id}>{ask}</label>
      {takes === 'one' ? (
        <Choose id={id} choices={options} said={said} unsaid={unsaid} onSet={onSet} />
      ) : (
        <Typed id={id} field={field} said={said} onSet={onSet} />
      )}
    </span>
  );
}

interface TypedProps {
  readonly id: string;
  readonly field: ActField;
  readonly said: string;
  readonly onSet: (value: Json | undefined) => void;
}

/** A time or a number that is typed; what is chosen beside it takes the place of what was typed. */
function Typed({ id, field: { takes, options, unsaid }, said, onSet }: TypedProps) {
  const chosen = options.find(({ value }) => value === said);
  return (
    <>
      {!chosen && (
        <Words
          id={id}
          isNumber={takes === 'number'}
          value={said}
          unsaid={unsaid === null ? '20 minutes' : unsaid}
          onSet={(value) => {
            if (value !== undefined || unsaid !== null) onSet(value);
          }}
        />
      )}
      {options.map(({ value, words }) => (
        <label key={value} className="check">
          <input
            type="checkbox"
            {...(chosen ? { id } : {})}
            checked={value === said}
            onChange={() => onSet(value === said ? '1 day' : value)}
          />{' '}
          {words}
        </label>
      ))}
    </>
  );
}
