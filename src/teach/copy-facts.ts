import { must } from '../model/must.ts';
import { inList } from '../model/phrases.ts';
import { dayInWords } from '../model/time.ts';
import type { Copy, World } from '../model/world.ts';
import { accountInWords } from '../model/account-names.ts';
import { COPY_SOURCES } from '../rulebook/tables/copies.ts';

/** What is known of the places outside backup and iCloud that hold something, each with its conditions. */
export const copyFacts = ({ copies, items }: World): { readonly title: string; readonly words: string }[] =>
  copies.map((copy) => {
    const titles = copy.of.map(
      (id) =>
        `“${
          must(
            items.find((item) => item.id === id),
            id,
          ).title
        }”`,
    );
    return { title: `${COPY_SOURCES[copy.kind].title}, for ${inList(titles)}`, words: wordsOf(copy) };
  });

function wordsOf(copy: Copy): string {
  if (copy.exists === 'no') return copy.kind === 'own-transfer' ? 'not offered' : 'none was ever made';
  const { made, until, days, account, deleted, where } = copy;
  return [
    copy.exists === 'unknown' ? 'not known whether there is one' : 'there',
    ...(made === undefined ? [] : [`made on ${dayInWords(made)}`]),
    ...(until === undefined ? [] : [`kept until ${dayInWords(until)}`]),
    ...(days === undefined ? [] : [`reaches ${days} days back`]),
    ...(account === undefined ? [] : [`under the account ${accountInWords(account)}`]),
    ...(copy.password === 'none' ? [] : [`its password is ${copy.password}`]),
    ...(copy.number === 'changed' ? ['for another number or login than the present one'] : []),
    ...(copy.fails === 'yes' ? ['breaks off each time'] : []),
    ...(deleted === undefined ? [] : [`deleted on ${dayInWords(deleted)}`]),
    ...(where === undefined ? [] : [where]),
  ].join(', ');
}
