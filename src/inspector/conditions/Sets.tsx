import { must } from '../../model/must.ts';
import { useMemo, useState } from 'react';
import type { When } from '../../insight/what-if/condition.ts';
import { WHEN_WORDS } from '../../insight/what-if/condition.ts';
import type { WhatIfAnswer } from '../../insight/what-if/answer.ts';
import { formatCount } from '../../model/bytes.ts';
import { FATES } from '../../model/fates.ts';
import type { Item } from '../../model/world.ts';
import type { Route } from '../../model/kinds.ts';
import { CATEGORIES, type CategoryId } from '../../rulebook/categories/categories.ts';
import type { Changes } from '../../scenario/conditions.ts';
import { spoken } from '../../report/device-voice.ts';
import { useVoice } from '../parts/voice.ts';
import { FateWord } from '../parts/Fate.tsx';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { usePicked, useStory, type ViewProps } from '../state/use-story.ts';
import type { WhatIfWorker } from './what-if-worker.ts';
import type { EndShown } from './ends.ts';
import { offersOf } from './offers.ts';
import { SectionIcon, type SectionSign } from './SectionIcon.tsx';
import { SetCard } from './SetCard.tsx';
import { Unchanged } from './Unchanged.tsx';
import { type SearchState, useSearch } from './use-search.ts';

interface SetsProps extends ViewProps {
  readonly worker: WhatIfWorker;
  readonly given: EndShown;
  readonly changes: Changes;
  readonly onApply: (changes: Changes) => void;
}

type About = 'item' | 'category' | 'everything';
const SIGNS: Readonly<Record<When, SectionSign>> = {
  'find-out': 'ask',
  now: 'now',
  'another-way': 'way',
  'before-the-backup': 'past',
  never: 'still',
};
const MAX_LENGTH = 200;
const MAX_OFFERS = 40;

/** What would bring the selected item, its kind, or everything that dropped back. */
export function Sets({ store, worker, given, changes, onApply }: SetsProps) {
  const { given: scenario, recording } = useStory(store, 'given', 'recording');
  const { selected } = usePicked(store, 'selected');
  const [about, setAbout] = useState<About>('item');
  const index = selected === null ? undefined : store.placeOf(selected);
  const item = index === undefined ? undefined : recording.items[index];
  const shown = item ? about : 'everything';
  const target = shown === 'everything' || !item ? 'everything' : shown === 'category' ? item.category : item.id;
  const state = useSearch(scenario, target, worker);
  const fate = index === undefined ? null : must(given.rows[index], 'the row of the item').fate;
  return (
    <>
      <header className="sets-head">
        <h2>What would bring it back</h2>
        {item && shown === 'item' && (
          <p className="sets-item">
            <b>
              <bdi>{item.title.slice(0, MAX_LENGTH)}</bdi>
            </b>{' '}
            <FateWord fate={fate ?? ON_THE_WAY} route={scenario.route} />
          </p>
        )}
        {shown === 'category' && item && (
          <p className="sets-item">
            <b>{CATEGORIES[item.category as CategoryId].title}</b>{' '}
            <span className="quiet">all that dropped of this kind</span>
          </p>
        )}
        {shown === 'everything' && (
          <p className="sets-item">
            <b>Everything that dropped</b>
            {item ? '' : <span className="quiet"> Pick an item to ask for it alone.</span>}
          </p>
        )}
        {item && <Abouts about={about} onAbout={setAbout} />}
      </header>
      <div className="sets-list scrolls" tabIndex={0} role="group" aria-label="Sets of changes">
        <Answer
          state={state}
          item={shown === 'item' ? item : undefined}
          fate={fate}
          route={scenario.route}
          changes={changes}
          onApply={onApply}
        />
      </div>
    </>
  );
}

const ABOUTS: Readonly<Record<About, string>> = {
  item: 'This item',
  category: 'Its kind',
  everything: 'All that dropped',
};

function Abouts({ about, onAbout }: { readonly about: About; readonly onAbout: (about: About) => void }) {
  return (
    <div className="segments" role="radiogroup" aria-label="For what">
      {(Object.keys(ABOUTS) as About[]).map((key) => (
        <label key={key}>
          <input type="radio" name="about" value={key} checked={key === about} onChange={() => onAbout(key)} />
          <span>{ABOUTS[key]}</span>
        </label>
      ))}
    </div>
  );
}

interface AnswerProps {
  readonly state: SearchState;
  readonly item: Item | undefined;
  readonly fate: EndShown['rows'][number]['fate'];
  /** The way that the restore went as it is given. */
  readonly route: Route;
  readonly changes: Changes;
  readonly onApply: (changes: Changes) => void;
}

function Answer({ state, item, fate, route, changes, onApply }: AnswerProps) {
  switch (state.kind) {
    case 'searching':
      return (
        <div className="searching" role="status">
          <p>
            {state.seconds < 1
              ? 'Looking for what would bring it back …'
              : `Played so far: ${state.runs}, in ${state.seconds} s. Each way is proved by playing it.`}
          </p>
          {state.seconds >= 1 && (
            <>
              <progress aria-label="Search" />
              <button type="button" className="button small" onClick={state.stop}>
                Cancel
              </button>
            </>
          )}
        </div>
      );
    case 'stopped':
      return (
        <div className="searching">
          <p>The search was cancelled.</p>
          <button type="button" className="button small" onClick={state.again}>
            Search again
          </button>
        </div>
      );
    case 'failed':
      return (
        <p className="trouble" role="alert">
          The search failed: <bdi>{state.says.slice(0, MAX_LENGTH)}</bdi>
        </p>
      );
    default:
      return item && fate && FATES[fate].arrives ? (
        <Arrives changes={changes} onApply={onApply} />
      ) : (
        <Found answers={state.answers} isOne={item !== undefined} route={route} changes={changes} onApply={onApply} />
      );
  }
}

function Arrives({ changes, onApply }: Pick<AnswerProps, 'changes' | 'onApply'>) {
  const isChanged = Object.keys(changes).length > 0;
  return (
    <div className="searching">
      <p>
        {useVoice()('As given, it is on the phone.')}{' '}
        {isChanged ? 'If it dropped now, your own changes did that.' : 'Nothing has to change.'}
      </p>
      {isChanged && (
        <button type="button" className="button small" onClick={() => onApply({})}>
          Undo all changes
        </button>
      )}
    </div>
  );
}

function Found({
  answers,
  isOne,
  route,
  changes,
  onApply,
}: { readonly answers: readonly WhatIfAnswer[]; readonly isOne: boolean } & Pick<
  AnswerProps,
  'route' | 'changes' | 'onApply'
>) {
  const [most, setMost] = useState(MAX_OFFERS);
  const voice = useVoice();
  const { byWhen, hopeless, trials, complete } = useMemo(() => offersOf(spoken(answers, voice)), [answers, voice]);
  if (answers.length === 0) return <p className="searching">Nothing dropped. There is nothing to bring back.</p>;
  return (
    <>
      {byWhen.map(({ when, offers }) => (
        <section key={when} className="sets-part">
          <h3>
            <SectionIcon sign={SIGNS[when]} />
            {WHEN_WORDS[when]}
            <span className="quiet">
              {offers.length} {offers.length === 1 ? 'way' : 'ways'}
            </span>
          </h3>
          {offers.slice(0, most).map((offer) => (
            <SetCard key={offer.key} offer={offer} isOne={isOne} route={route} changes={changes} onApply={onApply} />
          ))}
          {offers.length > most && (
            <button type="button" className="button small" onClick={() => setMost(most * 4)}>
              Show {offers.length - most} more
            </button>
          )}
        </section>
      ))}
      {hopeless.length > 0 && <Unchanged answers={hopeless} isOne={isOne} route={route} />}
      <p className="tried">
        The same restore again, more waiting or a faster line brings nothing back.
        <br />
        {formatCount(trials)} {trials === 1 ? 'change' : 'changes and combinations'} tried, each played through.
        {complete ? ' Every one that needs the fewest changes is here.' : ' Not every larger combination was tried.'}
      </p>
    </>
  );
}
