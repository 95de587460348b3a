import { useId, useMemo, useState } from 'react';
import type { CaseView } from '../../intake/case-view.ts';
import { isGroup, isList, type JsonGroup } from '../../intake/json.ts';
import type { Json } from '../../model/canonical.ts';
import { Icon } from '../parts/Icon.tsx';
import { Acts } from './Acts.tsx';
import { Add } from './Add.tsx';
import { Choose, FieldControl } from './FieldControl.tsx';
import type { NamedParts } from './more-values.ts';
import { firstValueOf, type Otherwise, otherwiseIn, tryInWords } from './otherwise.ts';
import { Tiles } from './Tiles.tsx';

interface TriesProps {
  readonly view: CaseView;
  readonly names: NamedParts;
  readonly tries: readonly Json[];
  readonly onSet: (tries: readonly Json[]) => void;
}

/** What was tried after the first time: what was otherwise then, and what was done. */
export function Tries({ view, names, tries, onSet }: TriesProps) {
  const [isOpen, setIsOpen] = useState(tries.length > 0);
  return (
    <details className="more-fields" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>They tried it again {tries.length > 0 && <span className="tag">{tries.length} said</span>}</summary>
      {isOpen && (
        <>
          <p className="quiet">
            Every try is told from the same beginning, the one on these cards, whatever the tries before it have done to
            the phone. If it had been erased by then, add that below: the state of this phone, “New”.
          </p>
          {tries.length > 0 && <All view={view} names={names} tries={tries} onSet={onSet} />}
          <button type="button" className="button small" onClick={() => onSet([...tries, {}])}>
            <Icon name="plus" size={12} /> Add another try
          </button>
        </>
      )}
    </details>
  );
}

function All({ view, names, tries, onSet }: TriesProps) {
  const offers = useMemo(() => otherwiseIn(view, names), [view, names]);
  return (
    <ol className="tries">
      {tries.map((each, place) => (
        <li key={place}>
          {isGroup(each) && (
            <Try
              n={place + 2}
              view={view}
              names={names}
              told={each}
              offers={offers}
              onSet={(next) => onSet(tries.with(place, next))}
              onRemove={() => onSet(tries.toSpliced(place, 1))}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

interface TryProps {
  readonly n: number;
  readonly view: CaseView;
  readonly names: NamedParts;
  readonly told: JsonGroup;
  readonly offers: readonly Otherwise[];
  readonly onSet: (told: JsonGroup) => void;
  readonly onRemove: () => void;
}

const DONE = [
  { value: 'same', title: 'The same as before' },
  { value: 'other', title: 'Something else' },
] as const;

function Try({ n, view, names, told, offers, onSet, onRemove }: TryProps) {
  const id = useId();
  const { change, script } = told;
  const changes = isGroup(change) ? change : {};
  const title = tryInWords(n);
  const withChanges = (next: JsonGroup) => {
    const { change: _before, ...others } = told;
    onSet(Object.keys(next).length === 0 ? others : { change: next, ...others });
  };
  return (
    <fieldset className="try">
      <legend>{title}</legend>
      <ul className="otherwise">
        {Object.entries(changes).map(([path, value]) => (
          <Changed
            key={path}
            path={path}
            value={value}
            offer={offers.find((offer) => offer.path === path)}
            names={names}
            onSet={(next) => {
              const { [path]: _before, ...others } = changes;
              withChanges(next === undefined ? others : { ...changes, [path]: next });
            }}
          />
        ))}
      </ul>
      <Add
        label="Add what was otherwise"
        choices={offers
          .filter(({ path }) => !Object.hasOwn(changes, path))
          .map(({ path, title: words, group }) => ({ value: path, words, group }))}
        onAdd={(path) => {
          const offer = offers.find((each) => each.path === path);
          if (offer) withChanges({ ...changes, [path]: firstValueOf(offer, view.today) });
        }}
      />
      <p className="asks" id={id}>
        What was done this time?
      </p>
      <Tiles
        labelledBy={id}
        takes="one"
        tiles={DONE}
        chosen={[script === undefined ? 'same' : 'other']}
        onChoose={(value) => {
          const { script: before, ...others } = told;
          onSet(value === 'same' ? others : { ...others, script: isList(before) ? before : [] });
        }}
      />
      {isList(script) && <Acts view={view} entries={script} onSet={(next) => onSet({ ...told, script: next })} />}
      <button type="button" className="button small" onClick={onRemove}>
        <Icon name="close" size={12} /> Take this try out<span className="hidden">: {title}</span>
      </button>
    </fieldset>
  );
}

interface ChangedProps {
  readonly path: string;
  readonly value: Json | undefined;
  /** Undefined for what a file says and no list offers. */
  readonly offer: Otherwise | undefined;
  readonly names: NamedParts;
  readonly onSet: (value: string | undefined) => void;
}

function Changed({ path, value, offer, names, onSet }: ChangedProps) {
  const id = useId();
  const said = value === undefined || value === null ? '' : String(value);
  const set = (next: Json | undefined) => {
    if (next !== undefined) onSet(String(next));
  };
  const title = offer ? (offer.field ? `${offer.group}: ${offer.title}` : offer.title) : path;
  return (
    <li>
      <label htmlFor={id}>
        <bdi>{title}</bdi>
      </label>
      {offer?.field ? (
        <FieldControl id={id} field={offer.field} value={said} names={names} onSet={set} />
      ) : (
        <Choose id={id} choices={offer ? offer.choices : []} said={said} unsaid={null} onSet={set} />
      )}
      <button type="button" className="button small" onClick={() => onSet(undefined)}>
        <Icon name="close" size={12} /> As before<span className="hidden">: {title}</span>
      </button>
    </li>
  );
}
