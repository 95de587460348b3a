import { caseViewOf } from '../../intake/case-view.ts';
import type { Draft } from '../../intake/draft.ts';
import { valueAt } from '../../intake/json.ts';

const MOST_TITLES = 2;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What a case is called: as somebody named it, else by its phones and by what is missing. */
export function titleOfCase(draft: Draft): string {
  const named = textOf(draft.stated['title']);
  if (named !== undefined) return named;
  const { items } = caseViewOf(draft);
  const from = draft.oldPhone.model;
  const to = textOf(valueAt(draft.stated, ['world', 'device', 'model']));
  const phones = from !== undefined && to !== undefined && from !== to ? `${from} to ${to}` : (to ?? from);
  const missing = items.filter(({ id }) => draft.found[id] === 'missing');
  const meant = missing.length > 0 ? missing : items;
  // An app is told by what it holds.
  const told = meant
    .filter((item) => item.category !== 'app' || meant.every((other) => other === item || other.app !== item.app))
    .map(({ title }) => title);
  const more = told.length > MOST_TITLES ? ` and ${told.length - MOST_TITLES} more` : '';
  const things = told.length === 0 ? '' : `${told.slice(0, MOST_TITLES).join(', ')}${more}`;
  const parts = [phones, missing.length > 0 ? `missing: ${things}` : things].filter((part) => part);
  return parts.length === 0 ? 'A customer’s case' : parts.join(', ').slice(0, 200);
}
