import { eachOf } from '../../model/optional.ts';
import type { Explanation } from '../../insight/explain/why.ts';
import type { ExplainedCell } from '../../insight/explain/explain-rule.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { colourOf, FateShape } from '../parts/Fate.tsx';
import { formatCount, sizeCell } from '../../model/bytes.ts';
import type { Fate } from '../../model/fates.ts';
import type { Route } from '../../model/kinds.ts';

/** The values that the rule compared: the backup's, and those of the device now. */
export function ComparedValues({
  explanation: { rule: decided, candidate, fate, item },
  route,
}: {
  readonly explanation: Explanation;
  readonly route: Route;
}) {
  const rule = decided ?? candidate;
  const cells = eachOf(rule?.cells).toSorted(
    (a, b) => Number(b.compare !== undefined) - Number(a.compare !== undefined),
  );
  // A rule that holds always has compared nothing.
  const compares = rule && cells.length + rule.ios.length > 0;
  return (
    <div className="compared">
      <h3>{compares ? (cells.some(({ compare }) => compare) ? 'Compared' : 'What decided it') : 'The item'}</h3>
      {compares ? (
        <>
          {cells.map((cell) => (
            <Cell key={cell.fact} cell={cell} fate={fate} route={route} />
          ))}
          {rule.ios.map((words) => (
            <p key={words} className="quiet">
              Holds where {words}.
            </p>
          ))}
        </>
      ) : (
        <dl>
          <dt>Kind</dt>
          <dd>{item.categoryTitle}</dd>
          <dt>Count</dt>
          <dd>{formatCount(item.count)}</dd>
          <dt>Size</dt>
          <dd>{sizeCell(item.bytes)}</dd>
        </dl>
      )}
    </div>
  );
}

interface CellProps {
  readonly cell: ExplainedCell;
  readonly fate: Fate | null;
  readonly route: Route;
}

/** What is compared with the phone now. */
export const COMPARED_WITH: Readonly<Record<Route, string>> = {
  icloud: 'Backup',
  computer: 'Backup',
  direct: 'Before',
};

interface ComparedPairProps {
  readonly compare: { readonly backup: string; readonly now: string };
  readonly route: Route;
}

/** The two values that a rule compared, as terms of a list. */
export function ComparedPair({ compare, route }: ComparedPairProps) {
  return (
    <>
      <dt>{COMPARED_WITH[route]}</dt>
      <dd>
        <bdi>{compare.backup}</bdi>
      </dd>
      <dt>Now</dt>
      <dd>
        <bdi>{compare.now}</bdi>
      </dd>
    </>
  );
}

function Cell({ cell: { compare, words }, fate, route }: CellProps) {
  return (
    <>
      {compare && (
        <dl>
          <ComparedPair compare={compare} route={route} />
        </dl>
      )}
      <p className="so" style={{ color: colourOf(fate ?? ON_THE_WAY) }}>
        {fate && <FateShape fate={fate} size={11} />}
        <span>{words}</span>
      </p>
    </>
  );
}
