import { GATES } from '../../model/fates.ts';
import { formatBytes } from '../../model/bytes.ts';
import { FateShape, wordOf } from '../parts/Fate.tsx';
import { FATE_KEYS, fateKeyOf, ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { useRoute, type ViewProps } from '../state/use-story.ts';
import { ChangesOnPaper } from './ChangesOnPaper.tsx';
import { type HandoutPart, partsOfHandout, titlesOfPart } from './handout-parts.ts';
import { CaseHead, SheetFoot, SheetHead } from './SheetFrame.tsx';

/** For who learns: the same case with blanks, and the solutions on a page of their own. */
export function LearnerHandout({ store }: ViewProps) {
  const { told } = partsOfHandout(store, () => true);
  return (
    <article className="print-sheet handout">
      <CaseHead store={store} kind="To fill in" />
      <p>
        For each of these: what becomes of it, at which gate is that decided, why, and what would you say to the
        customer?
      </p>
      {told.map((part) => (
        <Blanks key={part.row.id} store={store} part={part} />
      ))}
      <div className="solutions">
        <SheetHead store={store} kind="Solutions" />
        <ChangesOnPaper store={store} />
        <table>
          <thead>
            <tr>
              <th>Item</th>
              <th>Fate</th>
              <th>Gate</th>
              <th>Why</th>
              <th>Say, or ask</th>
            </tr>
          </thead>
          <tbody>
            {told.map((part) => (
              <Solution key={part.row.id} store={store} part={part} />
            ))}
          </tbody>
        </table>
        <SheetFoot store={store} />
      </div>
    </article>
  );
}

interface PartProps extends ViewProps {
  readonly part: HandoutPart;
}

/** Every fate stands to choose from: those that occur alone would give the answer away. */
function Blanks({ store, part }: PartProps) {
  const route = useRoute(store);
  return (
    <section className="handout-part">
      <h2>
        {titlesOfPart(part)}
        {part.bytes > 0 && <span className="handout-fate">{formatBytes(part.bytes)}</span>}
      </h2>
      <ul className="handout-choices">
        {FATE_KEYS.filter((fate) => fate !== ON_THE_WAY).map((fate) => (
          <li key={fate}>
            <span className="box" /> {wordOf(fate, route)}
          </li>
        ))}
      </ul>
      <p className="blank">Gate and reason:</p>
      <p className="blank">To the customer:</p>
    </section>
  );
}

function Solution({ store, part }: PartProps) {
  const route = useRoute(store);
  const { row, explanation } = part;
  const { rule, missing, means } = explanation;
  const fate = fateKeyOf(row);
  return (
    <tr>
      <td>{titlesOfPart(part)}</td>
      <td>
        <span className="fate">
          <FateShape fate={fate} size={10} /> {wordOf(fate, route)}
        </span>
      </td>
      <td className="gate">{row.gate === null ? '' : GATES[row.gate].title}</td>
      <td>{rule?.says ?? means}</td>
      <td>{missing ? `Ask: ${missing.ask}` : rule ? `“${rule.customer}”` : ''}</td>
    </tr>
  );
}
