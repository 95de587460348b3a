import type { WhatIfAnswer, WithoutChange } from '../../insight/what-if/answer.ts';
import { WITHOUT_CHANGE } from '../../insight/what-if/without-change.ts';
import { formatCount } from '../../model/bytes.ts';
import type { Route } from '../../model/kinds.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { FateWord } from '../parts/Fate.tsx';
import { SectionIcon } from './SectionIcon.tsx';

const MAX_LENGTH = 200;
const MAX_ITEMS = 40;

interface UnchangedProps {
  readonly answers: readonly WhatIfAnswer[];
  readonly isOne: boolean;
  readonly route: Route;
}

/** What no change brings back: first what comes all the same, then what nobody can bring, without blame. */
export function Unchanged({ answers, isOne, route }: UnchangedProps) {
  const told = answers.flatMap((answer) => (answer.without === null ? [] : [{ ...answer, without: answer.without }]));
  const parts = [
    { title: 'Without any change', told: told.filter(({ without }) => without.how !== 'closed') },
    { title: 'Not at all', told: told.filter(({ without }) => without.how === 'closed') },
  ];
  return parts
    .filter((part) => part.told.length > 0)
    .map((part) => (
      <section key={part.title} className="sets-part hopeless">
        <h3>
          <SectionIcon sign="still" />
          {part.title}
          <span className="quiet">
            {isOne ? '' : `${part.told.length} ${part.told.length === 1 ? 'item' : 'items'}`}
          </span>
        </h3>
        {part.told.slice(0, MAX_ITEMS).map((answer) => (
          <UnchangedItem key={answer.item} answer={answer} isOne={isOne} route={route} />
        ))}
      </section>
    ));
}

interface UnchangedItemProps {
  readonly answer: WhatIfAnswer & { readonly without: WithoutChange };
  readonly isOne: boolean;
  readonly route: Route;
}

function UnchangedItem({ answer: { title, items, fate, notAtAll, without }, isOne, route }: UnchangedItemProps) {
  const { how, says } = without;
  const isClosed = how === 'closed';
  return (
    <div className="set">
      {!isOne && (
        <p className="set-title">
          <b>
            <bdi>{title.slice(0, MAX_LENGTH)}</bdi>
            {items.length > 1 ? ` and ${formatCount(items.length - 1)} like it` : ''}
          </b>{' '}
          <FateWord fate={fate ?? ON_THE_WAY} route={route} />
        </p>
      )}
      <p>
        {isClosed ? 'Nothing that anyone does brings it back, and nobody did anything wrong.' : WITHOUT_CHANGE[how]}
      </p>
      <ul>
        {(isClosed ? notAtAll : [...says, ...notAtAll]).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {isClosed && says.map((sentence) => <p key={sentence}>To the customer: {sentence}</p>)}
    </div>
  );
}
