import { saidOr } from '../../model/listed.ts';
import { didYouMean } from '../../model/near-word.ts';
import { InputError } from '../../model/problem.ts';
import type { Item } from '../../model/world.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';

/** An item by its id or title. Throws an InputError for one that the world does not have. */
export function findItem(file: Pick<CaseFile, 'world'>, itemId: string): Item {
  const { items } = file.world;
  const found =
    items.find(({ id }) => id === itemId) ?? items.find(({ title }) => title.toLowerCase() === itemId.toLowerCase());
  if (found) return found;
  const near = didYouMean(
    itemId,
    items.flatMap(({ id, title }) => [id, title]),
  );
  const known = items
    .slice(0, 12)
    .map(({ id }) => id)
    .join(', ');
  throw new InputError([
    {
      file: 'ITEM',
      message: `there is no item “${itemId}” in this scenario`,
      advice:
        near === undefined
          ? `Items: ${saidOr('none', known)}${items.length > 12 ? ' …' : ''}.`
          : `Did you mean “${near}”?`,
    },
  ]);
}
