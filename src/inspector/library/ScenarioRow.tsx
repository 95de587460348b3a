import { GATES } from '../../model/fates.ts';
import type { Route } from '../../model/kinds.ts';
import { FateWord } from '../parts/Fate.tsx';
import type { ListedScenario } from './listed.ts';
import type { CataloguedScenario } from './catalogue.ts';
import type { HitText } from './scenario-search.ts';

const WAYS: Readonly<Record<Route, string>> = {
  icloud: 'from iCloud',
  computer: 'from a computer',
  direct: 'phone to phone',
};
const TIMES: Readonly<Record<string, string>> = { ios7: 'iOS 7', ios8: 'iOS 8' };

interface ScenarioRowProps {
  readonly listed: ListedScenario;
  readonly shown: CataloguedScenario | undefined;
  readonly isCurrent: boolean;
  readonly onOpen: (id: string) => void;
  /** In the lessons: what it is the lesson of, and what it teaches. */
  readonly lesson?: { readonly lesson: string; readonly teaches: string };
  /** In a search: where it was found. */
  readonly texts?: readonly HitText[];
}

/** One scenario to choose: what it is, what it teaches, how its items end and where they drop. */
export function ScenarioRow({ listed, shown, isCurrent, onOpen, lesson, texts = [] }: ScenarioRowProps) {
  const { id, title, why, edition } = listed;
  const route = listed.route in WAYS ? (listed.route as Route) : 'icloud';
  return (
    <button type="button" className="scenario" aria-current={isCurrent} onClick={() => onOpen(id)}>
      <span className="scenario-head">
        <b>
          {lesson && <span className="lesson-name">{`${lesson.lesson}: `}</span>}
          <bdi>{title.slice(0, 300)}</bdi>
        </b>
        <span className="scenario-way">
          {isCurrent && <b className="is-open">Open now</b>}
          {[TIMES[edition], WAYS[route]].filter((word) => word !== undefined).join(', ')}
        </span>
      </span>
      <span className="why-line">
        <bdi>{(lesson ? lesson.teaches : why).slice(0, 400)}</bdi>
      </span>
      {texts.map(({ label, parts }) => (
        <span key={label + parts.map(({ text }) => text).join('')} className="hit-line">
          <span className="hit-label">{`${label}: `}</span>
          {parts.map(({ text, isHit }, place) =>
            // oxlint-disable-next-line react/no-array-index-key -- the parts of a text have no other name
            isHit ? <mark key={place}>{text}</mark> : <bdi key={place}>{text}</bdi>,
          )}
        </span>
      ))}
      {shown && shown.fates.length > 0 && (
        <span className="shows-line">
          {shown.fates.map((fate) => (
            <FateWord key={fate} fate={fate} route={route} />
          ))}
          {shown.gates.length > 0 && (
            <span className="drops-at">{`Drops at: ${shown.gates.map((gate) => GATES[gate].title).join(', ')}`}</span>
          )}
        </span>
      )}
    </button>
  );
}
