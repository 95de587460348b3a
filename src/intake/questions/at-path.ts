import type { Json } from '../../model/canonical.ts';
import { BACKUP_ROUTES } from '../../model/kinds.ts';
import { must } from '../../model/must.ts';
import { UNNAMED_ACCOUNT } from '../../model/account-names.ts';
import { InputError } from '../../model/problem.ts';
import type { Draft } from '../draft.ts';
import { PART_LISTS } from '../parts.ts';
import { type JsonGroup, type JsonPath, nameOfPart, partsIn, valueAt, withValue } from '../json.ts';
import type { CaseView } from '../case-view.ts';
import { type CasePart, DONT_KNOW, type QuestionOption, type QuestionRow, type SaidAnswer } from '../question.ts';

/** Options that are the same everywhere: the value, and its words. */
export const optionsIn = (words: Readonly<Record<string, string>>): readonly QuestionOption[] =>
  Object.entries(words).map(([value, each]) => ({ value, words: each }));

/** The draft with a value set where a file says it. Throws an InputError for a place that is not there. */
export function setAt(draft: Draft, path: JsonPath, value: Json | undefined): Draft {
  const stated = withValue(value === undefined ? draft.stated : prepared(draft, path), path, value);
  if (stated === undefined) throw nowhere(draft.id, path);
  return { ...draft, stated };
}

/** What a file leaves out and what has to be written out before a part of it can be said. */
function prepared({ id, stated }: Draft, path: JsonPath): JsonGroup {
  const [world, list, name] = path;
  if (world !== 'world' || typeof name !== 'string') return stated;
  const at = [world, String(list)];
  const there = valueAt(stated, at);
  if (list === 'services' && path.length > 3) {
    // One word says both what a service was and what it is.
    const both = valueAt(stated, [...at, name]);
    return typeof both === 'string' ? whole(withValue(stated, [...at, name], { atBackup: both, now: both })) : stated;
  }
  if (list === 'accounts' && there === undefined && name === UNNAMED_ACCOUNT)
    return whole(withValue(stated, at, [{ id: name }]));
  // Whoever tells of the backup of a kind says by it that there is one.
  const parts = partsIn(there);
  const isKind = BACKUP_ROUTES.some((kind) => kind === name);
  if (list === 'backups' && isKind && parts.every((backup) => nameOfPart(backup) !== name))
    return whole(withValue(stated, at, [...parts, { id: name, kind: name }].toSorted(byName)));
  // What is said of a part that is not there would be a part without a name.
  const isPart = PART_LISTS.some((each) => each === list) && parts.every((part) => nameOfPart(part) !== name);
  if (isPart) throw nowhere(id, path);
  return stated;
}
const nowhere = (file: string, path: JsonPath): InputError =>
  new InputError([{ file, message: `there is no place “${path.map(String).join('.')}” in this case` }]);
const whole = (stated: JsonGroup | undefined): JsonGroup => must(stated, 'a case with a part written out');
const byName = (a: JsonGroup, b: JsonGroup): number => (String(a['id']) < String(b['id']) ? -1 : 1);

interface WordRow {
  readonly id: string;
  readonly card: QuestionRow['card'];
  readonly ask: string;
  readonly path: (part: CasePart) => JsonPath;
  readonly options: Readonly<Record<string, string>> | QuestionRow['options'];
  readonly unasked: QuestionRow['unasked'];
  readonly kind?: QuestionRow['kind'];
  readonly parts?: NonNullable<QuestionRow['parts']>;
  readonly asked?: NonNullable<QuestionRow['asked']>;
  /** What is played while it is open; the world has a word for it unless said. */
  readonly plays?: readonly string[] | ((view: CaseView, part: CasePart) => readonly string[]);
  /** The world has one all the same, for whoever says that nobody knows; `plays` is for what nobody was asked. */
  readonly canBeUnknown?: true;
  /** What is read where a scenario says nothing. */
  readonly usual?: string | ((view: CaseView, part: CasePart) => string | undefined);
  /** How what is said is written down; as it is said unless said otherwise. */
  readonly writes?: (said: string, draft: Draft) => string;
}

/** A question whose answer is one value at one place of a file. */
export function atPath({ path, options, plays, canBeUnknown, usual, writes, ...row }: WordRow): QuestionRow {
  return {
    kind: 'tiles',
    ...row,
    options: typeof options === 'function' ? options : () => optionsIn(options),
    read: (view, part) => {
      const value = valueAt(view.stated, path(part));
      if (value === undefined) {
        if (view.draft.basis === 'call') return undefined;
        return typeof usual === 'function' ? usual(view, part) : usual;
      }
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    },
    write: (draft, part, said) =>
      setAt(
        draft,
        path(part),
        said === undefined ? undefined : written(writes?.(wordSaid(said), draft) ?? wordSaid(said), row.kind),
      ),
    open: (view, part) => {
      const isSaid = canBeUnknown === true && valueAt(view.stated, path(part)) === DONT_KNOW;
      if (plays === undefined || isSaid) return { says: path(part) };
      return { plays: typeof plays === 'function' ? plays(view, part) : plays };
    },
    paths: (_view, part) => [path(part)],
  };
}

/** A number of pieces or of bytes is a number in a file. */
const written = (word: string, kind: QuestionRow['kind'] | undefined): Json =>
  kind === 'amount' && /^\d{1,15}$/.test(word) ? Number(word) : word;

export const wordSaid = (said: SaidAnswer): string => (typeof said === 'string' ? said : said.join(' '));
