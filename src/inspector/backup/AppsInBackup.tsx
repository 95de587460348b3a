import { type Fate, FATE_ORDER } from '../../model/fates.ts';
import { formatCount } from '../../model/bytes.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { FateWord } from '../parts/Fate.tsx';
import type { BackupAnswer, ItemEnd } from './backup-answer.ts';
import { appsInWords } from '../../import/three-lines.ts';
import { EndOf } from './ItemsInBackup.tsx';

/** The apps themselves: no backup on a computer holds them, only which ones there were. */
export function AppsInBackup({ answer: { ends, list, absent, backup } }: { readonly answer: BackupAnswer }) {
  const held = list ? list.items.map(({ id }) => id) : [];
  const others = new Set([...held, ...absent.map(({ item }) => item)]);
  const apps = ends.filter(({ id }) => !others.has(id));
  if (apps.length === 0) return null;
  return (
    <section aria-labelledby="backup-apps">
      <h3 id="backup-apps">The apps themselves</h3>
      <p className="quiet">{appsInWords(backup)} A backup names them and does not hold them.</p>
      <ul className="by-fate">
        {byFate(apps).map(([fate, of]) => (
          <li key={fate ?? ON_THE_WAY}>
            <details>
              <summary>
                <FateWord fate={fate ?? ON_THE_WAY} route="computer" /> <b>{formatCount(of.length)}</b>
              </summary>
              <p>
                <bdi>{of.map(({ title }) => title).join(', ')}</bdi>
              </p>
              {of[0] && <EndOf end={of[0]} />}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function byFate(apps: readonly ItemEnd[]): readonly (readonly [Fate | null, readonly ItemEnd[]])[] {
  return [...FATE_ORDER, null].flatMap((fate) => {
    const of = apps.filter((app) => app.fate === fate);
    return of.length === 0 ? [] : [[fate, of] as const];
  });
}
