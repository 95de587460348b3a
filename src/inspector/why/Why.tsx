import { memo, type ReactNode } from 'react';
import { must } from '../../model/must.ts';
import type { Recording } from '../../stepping/recording.ts';
import { FATES } from '../../model/fates.ts';
import type { Route } from '../../model/kinds.ts';
import type { PlayedAnswer } from '../../insight/explain/answers.ts';
import type { Explanation } from '../../insight/explain/why.ts';
import { FateWord } from '../parts/Fate.tsx';
import { Machinery } from '../parts/Machinery.tsx';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { usePicked, useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import { ComparedValues } from './ComparedValues.tsx';
import { useAnswers, useExplained } from './explained.ts';
import { GateTrack } from './GateTrack.tsx';
import { Sources } from './Sources.tsx';
import './why.css';

const MAX_LENGTH = 300;

/** Why the selected item is where it is: its way, the values, the rule, the words for the customer, the sources. */
export function Why({ store, tabs }: ViewProps & { readonly tabs?: ReactNode }) {
  const { selected } = usePicked(store, 'selected');
  const { recording, position } = useStory(store, 'recording', 'position');
  const explanation = useExplained(store, selected ?? changedFirst(recording, position));
  const answers = useAnswers(store, explanation);
  const route = useRoute(store);
  return (
    <section className="card why" aria-label="Why">
      <header className="panel-head">
        {tabs}
        <h2>Why</h2>
        {explanation && (
          <>
            <b className="why-name">
              <bdi>{explanation.item.title.slice(0, MAX_LENGTH)}</bdi>
              {selected === null && <span className="quiet newest">, the newest change</span>}
            </b>
            <FateWord fate={explanation.fate ?? ON_THE_WAY} route={route} />
            {mayComeBack(explanation) && (
              <button
                type="button"
                className="button small bring-back"
                onClick={() => {
                  store.picked.select(explanation.item.id);
                  store.picked.setView('what-if');
                }}
              >
                What would bring it back?
              </button>
            )}
          </>
        )}
      </header>
      {explanation ? (
        <Explained explanation={explanation} answers={answers} route={route} />
      ) : (
        <p className="invitation quiet">
          Pick an item in the ledger, or a branch of the flow, to see its way through the gates.
        </p>
      )}
    </section>
  );
}

/** With nothing picked, the panel follows the run: the first item that this step changed, or the one before it. */
function changedFirst({ items, patches }: Recording, position: number): string | null {
  for (let at = position; at >= 0; at -= 1) {
    const patch = patches[at];
    if (patch) for (const index of patch.visible) return must(items[index], 'an item that changed').id;
  }
  return null;
}

const mayComeBack = ({ fate }: Explanation): boolean => fate !== null && !FATES[fate].arrives;

interface ExplainedProps {
  readonly explanation: Explanation;
  readonly answers: readonly PlayedAnswer[];
  readonly route: Route;
}

const Explained = memo(function Explained({ explanation, answers, route }: ExplainedProps) {
  const { rule, missing, item, means } = explanation;
  return (
    <div className="why-body scrolls" tabIndex={0} role="group" aria-label="Explanation">
      <GateTrack explanation={explanation} />
      <div className="why-columns">
        <ComparedValues explanation={explanation} route={route} />
        <div className="stack said-why">
          {rule && (
            <p>
              <b>Rule</b>{' '}
              <Machinery>
                <code>{rule.id}</code>
              </Machinery>
              <br />
              {rule.says}
            </p>
          )}
          {!rule && <p>{means}</p>}
          {rule && (
            <p>
              <b>Say to the customer</b>
              <br />“{rule.customer}”
            </p>
          )}
          {rule?.mends && (
            <p>
              <b>What makes it work</b>
              <br />
              {rule.mends}
            </p>
          )}
          {missing && (
            <p>
              <b>Ask</b>
              <br />
              {missing.ask}
            </p>
          )}
          {answers.length > 0 && (
            <ul className="answers">
              {answers.map(({ value, words, word, says, ask }) => (
                <li key={value}>
                  {words}: <b>{word}</b>. {says}
                  {ask !== null && ` Then ask: ${ask}`}
                </li>
              ))}
            </ul>
          )}
          <CopyNote explanation={explanation} />
          {rule === null && item.formWords && (
            <p className="quiet">
              {item.categoryTitle}, {item.formWords}.
            </p>
          )}
        </div>
      </div>
      <Sources explanation={explanation} />
    </div>
  );
});

interface CopyNoteProps {
  readonly explanation: Explanation;
}

/** The copy that the restore is about keeps its own verdict, whatever sync brings. */
function CopyNote({ explanation: { backupCopy, syncWithheld } }: CopyNoteProps) {
  return (
    <>
      {backupCopy && backupCopy.outcome !== 'eligible' && (
        <p>
          <b>{backupCopy.title}</b>
          <br />
          {backupCopy.word}
          {backupCopy.rule ? `: ${backupCopy.rule.says}` : '.'} It stays closed, whatever sync brings.
        </p>
      )}
      {syncWithheld && (
        <p>
          <b>The other copy</b>{' '}
          <Machinery>
            <code>{syncWithheld.id}</code>
          </Machinery>
          <br />
          {syncWithheld.says}
        </p>
      )}
    </>
  );
}
