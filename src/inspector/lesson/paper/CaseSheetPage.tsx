import { fateOn } from '../../../model/fates.ts';
import { formatBytes } from '../../../model/bytes.ts';
import { CERTAINTIES, CERTAINTY_WORDS } from '../../../teach/attempt.ts';
import { caseFactsOf, itemFactsOf } from '../../../teach/case-facts.ts';
import { putQuestions } from '../../../teach/task-questions.ts';
import type { Variant } from '../../../teach/variant.ts';
import { FateShape } from '../../parts/Fate.tsx';
import { cardOf } from '../fate-cards.ts';
import { PaperFoot } from './PaperFoot.tsx';

/** The case on one page, with an empty table: to be answered with the letters of the cards. */
export function CaseSheetPage({ variant }: { readonly variant: Variant }) {
  const { lesson, items, scenario } = variant;
  const questions = putQuestions(variant);
  const fates = questions.find(({ kind }) => kind === 'fate')?.options.flatMap(({ fate }) => (fate ? [fate] : []));
  const asksWhy = questions.some(({ kind }) => kind !== 'fate');
  return (
    <section className="paper-page">
      <p className="sheet-kind">To fill in</p>
      <h1>{lesson.title}</h1>
      {variant.case.customer !== undefined && <p className="paper-customer">“{variant.case.customer}”</p>}
      <dl className="paper-facts">
        {caseFactsOf(variant).map(({ title, words }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            <th>Item</th>
            <th>Known</th>
            <th>Letter</th>
            {asksWhy && <th>Gate and reason</th>}
            <th>How sure</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                <b>{item.title}</b>
              </td>
              <td>
                {[...(item.bytes > 0 ? [formatBytes(item.bytes)] : []), ...itemFactsOf(variant, item)].join(', ')}
              </td>
              <td>
                <span className="paper-box">&nbsp;</span>
              </td>
              {asksWhy && <td className="paper-line">&nbsp;</td>}
              <td className="paper-sure">
                {CERTAINTIES.map((sure) => (
                  <span key={sure}>
                    <i className="paper-dot" /> {CERTAINTY_WORDS[sure]}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fates && (
        <ul className="paper-letters">
          {fates.map((fate) => (
            <li key={fate}>
              <b>{cardOf(fate)}</b> <FateShape fate={fate} size={10} />
              <span>
                <b>{fateOn(scenario.route, fate).word}.</b> {fateOn(scenario.route, fate).means}
              </span>
            </li>
          ))}
        </ul>
      )}
      <PaperFoot variant={variant} />
    </section>
  );
}
