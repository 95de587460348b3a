import { sizeCell } from '../../model/bytes.ts';
import { fateOn } from '../../model/fates.ts';
import type { Item } from '../../model/world.ts';
import type { Route } from '../../model/kinds.ts';
import type { RuleBook } from '../../rulebook/tables/rule.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { gateInside } from '../../report/word-parts.ts';
import { FateWord } from '../parts/Fate.tsx';
import { useVoice } from '../parts/voice.ts';
import { Machinery } from '../parts/Machinery.tsx';
import { fateKeyOf } from '../../stepping/fate-keys.ts';

interface ComparedRowProps {
  readonly item: Item;
  readonly before: LedgerRow;
  readonly after: LedgerRow;
  /** With size, sentence and rule; else one line. */
  readonly isWhole: boolean;
  readonly isFlip: boolean;
  readonly book: RuleBook;
  /** The ways that the two runs went. */
  readonly routes: { readonly before: Route; readonly after: Route };
}

const MAX_LENGTH = 200;

/** One item as both runs left it. */
export function ComparedRow({ item, before, after, isWhole, isFlip, book, routes }: ComparedRowProps) {
  return (
    <>
      <span role="gridcell" className="both-item">
        <bdi>{item.title.slice(0, MAX_LENGTH)}</bdi>
        {isWhole && <span className="quiet">{sizeCell(item.bytes)}</span>}
      </span>
      <span role="gridcell" className="both-end">
        <EndOf row={before} route={routes.before} isWhole={isWhole} book={book} />
      </span>
      <span role="gridcell" className="both-end">
        <span className={isFlip ? 'both-sign now' : 'both-sign'} aria-hidden="true">
          {isFlip ? <Arrow /> : '='}
        </span>
        <EndOf row={after} route={routes.after} isWhole={isWhole} book={book} />
      </span>
    </>
  );
}

function EndOf({
  row,
  route,
  isWhole,
  book,
}: {
  readonly row: LedgerRow;
  readonly route: Route;
  readonly isWhole: boolean;
  readonly book: RuleBook;
}) {
  const { fate, gate, rule } = row;
  const voice = useVoice();
  return (
    <span className="end-of">
      <span className="end-line">
        <FateWord fate={fateKeyOf(row)} route={route} />
        {gate !== null && <span className="quiet">{voice(gateInside(gate))}</span>}
      </span>
      {isWhole && (
        <span className="end-says">
          {voice(
            (rule === null ? undefined : book[rule]?.says) ??
              (fate ? fateOn(route, fate).means : 'Nothing has been decided about it.'),
          )}
        </span>
      )}
      {isWhole && rule !== null && (
        <Machinery>
          <code>{rule.replaceAll('/', '/\u200B')}</code>
        </Machinery>
      )}
    </span>
  );
}

function Arrow() {
  return (
    <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">
      <path
        d="M1.5 7h14M10.5 2l5 5-5 5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
