import { scenarioFields } from '../../scenario/fields.ts';
import { type JsonSchema, partsAt } from '../../scenario/json-schema.ts';

/** A key of a world that can be set, as its schema tells it. */
export interface WorldField {
  /** `world.device.findMy`, `world.items[].policy`. */
  readonly path: string;
  readonly key: string;
  readonly group: string;
  /** What it means. */
  readonly says: string;
  /** What holds where nothing is said. */
  readonly usual: string | null;
  /** `choice`: one of its words; `list`: names, one beside the other; else something that is typed. */
  readonly kind: 'choice' | 'number' | 'text' | 'list';
  readonly choices: readonly string[];
}

/**
 * Every key that holds a value and no group of keys, in the order of the schema. Builds put the finished table here:
 * the page itself prints no schemas.
 */
export const WORLD_FIELDS: readonly WorldField[] = scenarioFields()
  .filter(({ path }) => /^(?:world\.|edition$|route$)/.test(path) && path !== 'world.itemsFile')
  .flatMap(({ path, key, group, description, default: usual = null }) => {
    const forms = partsAt(stepsOf(path));
    const kind = kindOf(forms);
    if (kind === null) return [];
    const choices = [...new Set(forms.flatMap(({ enum: words = [] }) => words.map(String)))];
    return [{ path, key, group, says: description, usual, kind, choices }];
  });

/** A place in a list stands for every one of it. */
function stepsOf(path: string): (string | number)[] {
  return path.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]));
}

function kindOf(forms: readonly JsonSchema[]): WorldField['kind'] | null {
  if (forms.some(({ properties }) => properties)) return null;
  const lists = forms.filter(({ type }) => type === 'array');
  if (lists.length > 0) return lists.some(({ items }) => items?.type === 'string') ? 'list' : null;
  if (forms.every(({ enum: words }) => words !== undefined)) return 'choice';
  return forms.every(({ type }) => type === 'number' || type === 'integer') ? 'number' : 'text';
}
