import { useState } from 'react';
import { KEYCHAIN_WORDS } from '../../import/keychain-words.ts';
import { sizeInWords } from '../../import/size-words.ts';
import { formatBytes, formatCount } from '../../model/bytes.ts';
import { dayInWords } from '../../model/time.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { FateWord } from '../parts/Fate.tsx';
import type { BackupAnswer, ItemEnd } from './backup-answer.ts';
import { classesInWords } from './backup-words.ts';
import { CitedSources } from './SourceLines.tsx';

const LOCKED =
  'The list of its files is locked by the password of the backup. Until somebody gives it, nobody can say what is in ' +
  'it.';

type Item = NonNullable<BackupAnswer['list']>['items'][number];
/** So many stand there at once; the rest is small. */
const FIRST = 30;

/** What the backup holds, the largest first, and what becomes of each. */
export function ItemsInBackup({ answer }: { readonly answer: BackupAnswer }) {
  const { list, listProblem, ends, backup } = answer;
  const [isWhole, setIsWhole] = useState(false);
  const endOf = new Map(ends.map((end) => [end.id, end]));
  const shown = isWhole ? list?.items : list?.items.slice(0, FIRST);
  const hidden = list && shown ? list.items.slice(shown.length) : [];
  return (
    <section aria-labelledby="backup-items">
      <h3 id="backup-items">What is in it, the largest first</h3>
      {!list && (
        <p>
          {backup.encryption === 'locked' ? LOCKED : `The list of its files cannot be read: ${String(listProblem)}.`}
        </p>
      )}
      {shown && (
        <ul className="backup-items">
          {shown.map((item) => (
            <InBackup key={item.id} item={item} end={endOf.get(item.id)} />
          ))}
        </ul>
      )}
      {hidden.length > 0 && (
        <button type="button" className="button" onClick={() => setIsWhole(true)}>
          {`Show ${formatCount(hidden.length)} smaller ones, ${formatBytes(sumOf(hidden))} together`}
        </button>
      )}
      {backup.keychain && <p>{KEYCHAIN_WORDS[backup.keychain]}</p>}
      {list && list.emptyDomains > 0 && (
        <p className="quiet">
          Beside these, {formatCount(list.emptyDomains)} containers of apps, extensions and parts of iOS without any
          file.
        </p>
      )}
    </section>
  );
}

const sumOf = (items: readonly Item[]): number => items.reduce((sum, { bytes }) => sum + bytes, 0);

function InBackup({ item, end }: { readonly item: Item; readonly end: ItemEnd | undefined }) {
  const { title, files, newest, classes } = item;
  return (
    <li>
      <details>
        <summary>
          <b className="named">
            <bdi>{title}</bdi>
          </b>
          <span className="size">{sizeInWords(item)}</span>
          {end && <FateWord fate={end.fate ?? ON_THE_WAY} route="computer" />}
        </summary>
        <div className="more">
          <p className="quiet">
            {formatCount(files)} {files === 1 ? 'file' : 'files'}
            {newest === undefined ? '' : `, the newest of ${dayInWords(newest)}`}
            {classes.length === 0 ? '' : `. Readable ${classesInWords(classes)}`}.
          </p>
          {end && <EndOf end={end} />}
        </div>
      </details>
    </li>
  );
}

/** Why it ends so, and what would settle it where that is open. */
export function EndOf({ end: { because, ask, sources } }: { readonly end: ItemEnd }) {
  return (
    <>
      <p>{because}</p>
      {ask !== null && (
        <p>
          <b>Ask:</b> {ask}
        </p>
      )}
      {sources.length > 0 && <CitedSources sources={sources} />}
    </>
  );
}
