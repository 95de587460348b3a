import { useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { saveText } from '../keep/save.ts';
import { ViewTools } from '../shell/ViewTabs.tsx';
import { countChanges } from '../state/changes.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { isChanged } from './change-set.ts';
import { ComparedItems } from './Comparison.tsx';
import { ComparisonHead } from './ComparisonHead.tsx';
import { ConditionsPanel } from './ConditionsPanel.tsx';
import { useDesks } from './desks.ts';
import { compareEnds, shownEnd } from './ends.ts';
import { sectionsOf } from './sections.ts';
import { Sets } from './Sets.tsx';
import { useChanges } from './use-changes.ts';
import { useGivenEnd } from './use-given-end.ts';
import './conditions.css';

/** Change a condition and see what differs, side by side; and what would bring back what dropped. */
export function ConditionsView({ store }: ViewProps) {
  const { given: scenario, tape, selected, hand, changes: played } = useStory(store);
  const desks = useDesks(scenario);
  const { changes, isPlaying, trouble, apply } = useChanges(store, desks.changed);
  const sections = useMemo(() => sectionsOf(scenario, selected), [scenario, selected]);
  const given = useGivenEnd(store, desks.given);
  const isAsGiven = Object.keys(played).length === 0 && !hand;
  const changed = useMemo(() => (isAsGiven && given ? given : shownEnd(store)), [store, tape, isAsGiven, given]);
  const compared = useMemo(() => (given ? compareEnds(given, changed) : undefined), [given, changed]);
  const conditions = useMemo(() => sections.flatMap((section) => section.conditions).filter((condition) => isChanged(condition, played)), [sections, played]);
  const drawer = useDrawer();
  const flips = compared?.flips.length ?? 0;
  const does = countChanges(changes) === 1 && !isPlaying && !hand ? (flips === 0 ? 'Changes no fate.' : `Decides ${flips} ${flips === 1 ? 'fate' : 'fates'}.`) : null;
  return (
    <div className="what-if-parts">
      <ViewTools>
        <button type="button" className="button small drawer-button" ref={drawer.button} aria-expanded={drawer.isOpen} aria-controls="conditions" onClick={drawer.toggle}><Icon name="sliders" />Conditions</button>
        <span className="quiet">Both runs at the end</span>
        {!isAsGiven && <button type="button" className="button small" onClick={() => void saveChanged(store)}>Save as scenario</button>}
      </ViewTools>
      <section id="conditions" ref={drawer.panel} className={drawer.isOpen ? 'card conditions open' : 'card conditions'} aria-label="Conditions" onKeyDown={drawer.onKeyDown}>
        <ConditionsPanel given={scenario} sections={sections} changes={changes} does={does} trouble={trouble} onApply={apply} onClose={drawer.close} />
      </section>
      <section className="card comparison" aria-label="As given against as changed">
        {given && compared ? (
          <>
            <ComparisonHead store={store} given={given} changed={changed} compared={compared} conditions={conditions} changes={played} isPlaying={isPlaying} />
            <ComparedItems store={store} given={given} changed={changed} compared={compared} />
          </>
        ) : <p className="waiting-view" role="status">Playing the scenario as it was given …</p>}
      </section>
      <section className="card sets" aria-label="What would bring it back">
        {given && <Sets store={store} desk={desks.search} given={given} changes={changes} onApply={apply} />}
      </section>
    </div>
  );
}

/** On a narrow page the conditions lie over the rest: Escape and the cross close them, and the focus goes back. */
function useDrawer() {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) panel.current?.querySelector<HTMLElement>('input, button, select')?.focus();
  }, [isOpen]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: { readonly key: string }) => {
    if (isOpen && event.key === 'Escape') close();
  };
  return { isOpen, button, panel, close, toggle: () => setOpen(!isOpen), onKeyDown };
}

async function saveChanged(store: ViewProps['store']): Promise<void> {
  const { scenarioAsYaml } = await import('../keep/scenario-yaml.ts');
  const name = (store.getSnapshot().scenario.id.split('/').at(-1) ?? 'scenario').replace(/\.ya?ml$/, '').replaceAll(/[^a-zA-Z0-9-]+/g, '-').slice(0, 80) || 'scenario';
  saveText(`${name}-changed.yaml`, 'application/yaml', scenarioAsYaml(store, ''));
}
