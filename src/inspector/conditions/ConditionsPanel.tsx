import { useMemo, useState } from 'react';
import type { Condition } from '../../insight/what-if/condition.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Changes } from '../../scenario/conditions.ts';
import { Icon } from '../parts/Icon.tsx';
import { choose, isChanged, reset, valueNow } from './change-set.ts';
import { ConditionControl } from './ConditionControl.tsx';
import { SectionIcon } from './SectionIcon.tsx';
import { cannotMatter, type Section } from './sections.ts';

interface PanelProps {
  readonly given: Scenario;
  readonly sections: readonly Section[];
  readonly changes: Changes;
  /** What the one change does; null with none or several. */
  readonly does: string | null;
  readonly trouble: string | null;
  readonly onApply: (changes: Changes) => void;
  readonly onClose: () => void;
}

/** Rows of a section that stand there at first. */
const MAX_ROWS = 24;
/** Fewer conditions need no search. */
const SEARCHED = 12;

/** Everything that the outcome may depend on, and what cannot matter apart from it. */
export function ConditionsPanel({ given, sections, changes, does, trouble, onApply, onClose }: PanelProps) {
  const [text, setText] = useState('');
  const all = useMemo(() => sections.flatMap(({ conditions }) => conditions), [sections]);
  const wanted = text.trim().toLowerCase();
  const shown = useMemo(() => (wanted === '' ? sections : found(sections, wanted)), [sections, wanted]);
  const list = { given, all, changes, does, onApply };
  const idle = shown.filter(cannotMatter);
  return (
    <>
      <header className="conditions-head">
        <h2>Conditions</h2>
        <span className="quiet clip">change any of them</span>
        <button
          type="button"
          className="button bare square close-drawer"
          aria-label="Close the conditions"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
        {all.length > SEARCHED && (
          <label className="field search">
            <Icon name="search" size={14} />
            <span className="hidden">Search the conditions</span>
            <input
              type="search"
              placeholder={`Search ${all.length} conditions`}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
        )}
      </header>
      {trouble !== null && (
        <p className="trouble" role="alert">
          <bdi>{trouble}</bdi>
        </p>
      )}
      <div className="conditions-list scrolls" tabIndex={0} role="group" aria-label="List of conditions">
        {shown
          .filter((section) => !cannotMatter(section))
          .map((section) => (
            <Part key={section.title} section={section} isSearch={wanted !== ''} {...list} />
          ))}
        {shown.length === 0 && <p className="quiet nothing">No condition has these words.</p>}
      </div>
      {idle.map((section) => (
        <footer key={section.title} className="cannot-matter">
          <h3>
            <SectionIcon sign={section.sign} />
            {section.title}
          </h3>
          <Rows conditions={section.conditions} {...list} />
          <p className="quiet">
            They change how long it takes, and no verdict. Nor do the clock, the attempt and harmless taps: Run again
            shows it.
          </p>
        </footer>
      ))}
    </>
  );
}

const found = (sections: readonly Section[], wanted: string): readonly Section[] =>
  sections
    .map((section) => ({
      ...section,
      conditions: section.title.toLowerCase().includes(wanted)
        ? section.conditions
        : section.conditions.filter((condition) => hasWords(condition, wanted)),
    }))
    .filter(({ conditions }) => conditions.length > 0);

const hasWords = ({ title, choices }: Condition, wanted: string): boolean =>
  title.toLowerCase().includes(wanted) || choices.some((choice) => choice.title.toLowerCase().includes(wanted));

interface ListProps {
  readonly given: Scenario;
  readonly all: readonly Condition[];
  readonly changes: Changes;
  readonly does: string | null;
  readonly onApply: (changes: Changes) => void;
}

function Part({
  section: { title, sign, isRare, conditions },
  isSearch,
  ...list
}: ListProps & { readonly section: Section; readonly isSearch: boolean }) {
  const changed = conditions.filter((condition) => isChanged(condition, list.changes)).length;
  const [isOpen, setOpen] = useState(!isRare);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? conditions : conditions.slice(0, MAX_ROWS);
  const rest = conditions.length - shown.length;
  const isShown = isOpen || isSearch || changed > 0;
  return (
    <details className="conditions-part" open={isShown}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          setOpen(!isShown);
        }}
      >
        <SectionIcon sign={sign} />
        <h3>{title}</h3>
        {changed > 0 && <span className="tag changed-tag">{changed} changed</span>}
        <Icon name="chevron" size={12} />
      </summary>
      <Rows conditions={shown} {...list} />
      {rest > 0 && (
        <button type="button" className="button small more" onClick={() => setWhole(true)}>
          Show {rest} more
        </button>
      )}
    </details>
  );
}

function Rows({
  conditions,
  given,
  all,
  changes,
  does,
  onApply,
}: ListProps & { readonly conditions: readonly Condition[] }) {
  return (
    <ul>
      {conditions.map((condition) => (
        <ConditionControl
          key={`${condition.path} ${condition.title}`}
          condition={condition}
          value={valueNow(condition, changes)}
          backups={given.world.backups}
          does={does}
          onChoose={(value) => onApply(choose(condition, value, changes, all))}
          onReset={() => onApply(reset(condition, changes, all))}
        />
      ))}
    </ul>
  );
}
