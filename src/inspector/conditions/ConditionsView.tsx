import { eachOf } from '../../model/optional.ts';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../model/bytes.ts';
import { spoken } from '../../report/device-voice.ts';
import { useVoice } from '../parts/voice.ts';
import { Icon } from '../parts/Icon.tsx';
import { saveScenario } from '../export/save.ts';
import { useSaving } from '../export/use-saving.ts';
import { ViewTools } from '../parts/ViewTools.tsx';
import { countChanges } from '../state/changes.ts';
import { usePicked, useStory, type ViewProps } from '../state/use-story.ts';
import { isChanged } from './change-set.ts';
import { ComparedItems } from './Comparison.tsx';
import { ComparisonHead } from './ComparisonHead.tsx';
import { ConditionsPanel } from './ConditionsPanel.tsx';
import { useWhatIfWorkers } from './what-if-workers.ts';
import { compareEnds, shownEnd } from './ends.ts';
import { sectionsOf } from './sections.ts';
import { Sets } from './Sets.tsx';
import { useChanges } from './use-changes.ts';
import { useGivenEnd } from './use-given-end.ts';
import './conditions.css';
import './compared.css';
import './sets.css';
import './what-if-narrow.css';

/** Change a condition and see what differs, side by side; and what would bring back what dropped. */
export function ConditionsView({ store }: ViewProps) {
  const {
    given: scenario,
    recording,
    hand,
    changes: played,
  } = useStory(store, 'given', 'recording', 'hand', 'changes');
  const { selected } = usePicked(store, 'selected');
  const workers = useWhatIfWorkers(scenario);
  const { changes, isPlaying, trouble, apply } = useChanges(store, workers.changed);
  const voice = useVoice();
  const sections = useMemo(() => spoken(sectionsOf(scenario, selected), voice), [scenario, selected, voice]);
  const given = useGivenEnd(store, workers.given);
  const isAsGiven = Object.keys(played).length === 0 && !hand;
  // The store's rows belong to the recording it shows: with another recording they are read anew.
  // oxlint-disable-next-line react/memo-dependencies, react-hooks/exhaustive-deps
  const changed = useMemo(() => (isAsGiven && given ? given : shownEnd(store)), [store, recording, isAsGiven, given]);
  const compared = useMemo(() => (given ? compareEnds(given, changed) : undefined), [given, changed]);
  const conditions = useMemo(
    () => sections.flatMap((section) => section.conditions).filter((condition) => isChanged(condition, played)),
    [sections, played],
  );
  const { notSaved, saving } = useSaving();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  const closeDrawer = useCallback(() => {
    setDrawn(false);
    button.current?.focus();
  }, []);
  useDrawer(isDrawn, closeDrawer, panel);
  const flips = eachOf(compared?.flips).length;
  const does =
    countChanges(changes) === 1 && !isPlaying && !hand
      ? flips === 0
        ? 'Changes no fate.'
        : `Decides ${formatCount(flips)} ${flips === 1 ? 'fate' : 'fates'}.`
      : null;
  return (
    <div className="what-if-parts">
      <ViewTools>
        <button
          type="button"
          className="button small drawer-button"
          ref={button}
          aria-expanded={isDrawn}
          aria-controls="conditions"
          onClick={() => setDrawn(!isDrawn)}
        >
          <Icon name="sliders" />
          Conditions
        </button>
        <span className="quiet">Both runs at the end</span>
        {!isAsGiven && (
          <button type="button" className="button small" onClick={saving(() => saveScenario(store))}>
            Save as scenario
          </button>
        )}
        {notSaved !== null && <span role="alert">{notSaved}</span>}
      </ViewTools>
      <section
        id="conditions"
        ref={panel}
        className={isDrawn ? 'card conditions open' : 'card conditions'}
        aria-label="Conditions"
      >
        <ConditionsPanel
          given={scenario}
          sections={sections}
          changes={changes}
          does={does}
          trouble={trouble}
          onApply={apply}
          onClose={closeDrawer}
        />
      </section>
      <section className="card comparison" aria-label="As given against as changed">
        {given && compared ? (
          <>
            <ComparisonHead
              store={store}
              given={given}
              changed={changed}
              compared={compared}
              conditions={conditions}
              changes={played}
              isPlaying={isPlaying}
            />
            <ComparedItems store={store} given={given} changed={changed} compared={compared} />
          </>
        ) : (
          <p className="waiting-view" role="status">
            Playing the scenario as it was given …
          </p>
        )}
      </section>
      <section className="card sets" aria-label="What would bring it back">
        {given && <Sets store={store} worker={workers.search} given={given} changes={changes} onApply={apply} />}
      </section>
    </div>
  );
}

/** On a narrow page the conditions lie over the rest: the focus goes into them, and Escape closes them. */
function useDrawer(isDrawn: boolean, close: () => void, panel: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const host = panel.current;
    if (!isDrawn || !host) return undefined;
    host.querySelector<HTMLElement>('input, select')?.focus();
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    host.addEventListener('keydown', listen);
    return () => host.removeEventListener('keydown', listen);
  }, [isDrawn, close, panel]);
}
