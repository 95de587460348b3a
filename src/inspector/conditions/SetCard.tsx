import { setInWords, spokenSet } from '../../insight/what-if/set-words.ts';
import type { ChangeEffect } from '../../insight/what-if/answer.ts';
import { formatCount } from '../../model/bytes.ts';
import type { Route } from '../../model/kinds.ts';
import { type Changes, routeUnder } from '../../scenario/conditions.ts';
import { Icon } from '../parts/Icon.tsx';
import { FateShape, FateWord, wordOf } from '../parts/Fate.tsx';
import { Machinery, useMachinery } from '../parts/Machinery.tsx';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { sameChanges } from './change-set.ts';
import type { Brought, Offer } from './offers.ts';

interface SetCardProps {
  readonly offer: Offer;
  /** One item was asked for: what comes back need not be named. */
  readonly isOne: boolean;
  readonly changes: Changes;
  /** The way that the restore went as it is given. */
  readonly route: Route;
  readonly onApply: (changes: Changes) => void;
}

const MAX_LENGTH = 160;
const MAX_NAMED = 5;

/** One minimal set: what to do, what it brings, what it costs, and the button that does it here. */
export function SetCard({
  offer: { set, changes: wanted, brings, costs, others },
  isOne,
  changes,
  route,
  onApply,
}: SetCardProps) {
  const machinery = useMachinery();
  const then = routeUnder(wanted, route);
  const isShown = sameChanges(wanted, changes);
  const what = spokenSet(set.changes).map((spoken) => ({ ...spoken, title: spoken.title.slice(0, MAX_LENGTH) }));
  return (
    <article className={isShown ? 'set shown' : 'set'} aria-label={setInWords(set.changes)}>
      <p className="set-title">
        <b>
          {what.map(({ joint, title }) => (
            <span key={title}>
              {joint !== '' && <span className="and"> {joint} </span>}
              <bdi>{title}</bdi>
            </span>
          ))}
        </b>
        {isOne && <FateWord fate={set.fate} route={then} />}
      </p>
      {!isOne && <Brings brings={brings} route={then} />}
      {costs.length > 0 && <Effects word="Would be missing then" effects={costs} route={route} then={then} />}
      {others.length > 0 && <Effects word="Also changes" effects={others} route={route} then={then} />}
      <p className="set-foot">
        <span className="quiet">{COSTS[costOf(set)]}</span>
        {isShown ? (
          <span className="shown-now">Shown now</span>
        ) : (
          <button type="button" className="button small try" onClick={() => onApply(wanted)}>
            Try it
          </button>
        )}
      </p>
      <p className="set-foot">
        <Machinery>
          <span className="tag">{set.group === 'outside' ? 'other conditions' : set.group}</span>
        </Machinery>
        <span
          className="proved"
          title={
            machinery
              ? `Outcome fingerprint of that run: ${set.fingerprint}`
              : 'The whole restore was played with it, and ended so'
          }
        >
          <Icon name="check" size={13} />
          played through
        </span>
      </p>
    </article>
  );
}

const COSTS = {
  'to be asked': 'Only to be asked: nothing has to be done.',
  'another restore': 'Takes another restore.',
  'no other restore': 'Takes no other restore.',
} as const;
const costOf = ({ when, again }: Offer['set']): keyof typeof COSTS =>
  when === 'find-out' ? 'to be asked' : again ? 'another restore' : 'no other restore';

function Brings({ brings, route }: { readonly brings: readonly Brought[]; readonly route: Route }) {
  return (
    <ul className="brings">
      {brings.slice(0, MAX_NAMED).map(({ id, title, items, fate }) => (
        <li key={id}>
          <FateShape fate={fate} size={12} label={wordOf(fate, route)} />
          <span>
            <bdi>{title.slice(0, MAX_LENGTH)}</bdi>
            {items > 1 ? ` and ${formatCount(items - 1)} like it` : ''}
          </span>
        </li>
      ))}
      {brings.length > MAX_NAMED && <li className="quiet">and {brings.length - MAX_NAMED} more</li>}
    </ul>
  );
}

interface EffectsProps {
  readonly word: string;
  readonly effects: readonly ChangeEffect[];
  readonly route: Route;
  readonly then: Route;
}

function Effects({ word, effects, route, then }: EffectsProps) {
  const items = effects.reduce((sum, effect) => sum + effect.items, 0);
  return (
    <details className="effects">
      <summary>
        {word}: {formatCount(items)} {items === 1 ? 'item' : 'items'}
      </summary>
      <ul>
        {effects.slice(0, MAX_NAMED * 4).map(({ id, title, items: like, from, to }) => (
          <li key={id}>
            <bdi>{title.slice(0, MAX_LENGTH)}</bdi>
            {like > 1 ? ` and ${formatCount(like - 1)} like it` : ''}: {wordOf(from ?? ON_THE_WAY, route)} →{' '}
            <FateWord fate={to ?? ON_THE_WAY} route={then} />
          </li>
        ))}
        {effects.length > MAX_NAMED * 4 && <li className="quiet">and {effects.length - MAX_NAMED * 4} more</li>}
      </ul>
    </details>
  );
}
