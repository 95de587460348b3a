import { explainItem } from '../../../insight/explain/why.ts';
import { sourcesBehind } from '../../../insight/explain/explain-rule.ts';
import { fateOn, type Gate, GATES } from '../../../model/fates.ts';
import type { Item } from '../../../model/world.ts';
import { spoken, voiceOf } from '../../../report/device-voice.ts';
import { rowOf } from '../../../teach/questions/question.ts';
import type { Variant } from '../../../teach/variant.ts';
import { FateShape } from '../../parts/Fate.tsx';
import { cardOf } from '../fate-cards.ts';
import { PaperFoot } from './PaperFoot.tsx';

/** What is right, worked out by the same run: fate, gate, the sentence of the rule, and where it is known from. */
export function KeyPage({ variant }: { readonly variant: Variant }) {
  return (
    <section className="paper-page">
      <p className="sheet-kind">Key</p>
      <h1>{variant.lesson.title}</h1>
      <table>
        <thead>
          <tr>
            <th>Item</th>
            <th>Fate</th>
            <th>Gate</th>
            <th>Why</th>
            <th>Known from</th>
          </tr>
        </thead>
        <tbody>
          {variant.items.map((item) => (
            <KeyRow key={item.id} variant={variant} item={item} />
          ))}
        </tbody>
      </table>
      <PaperFoot variant={variant} />
    </section>
  );
}

const gateWords = (gate: Gate | null): string => (gate === null ? '' : GATES[gate].title);

function KeyRow({ variant, item }: { readonly variant: Variant; readonly item: Item }) {
  const { scenario, run } = variant;
  const { fate, gate } = rowOf(variant, item);
  const { rule, means, references } = spoken(explainItem(run, item.id), voiceOf(scenario.world));
  const [source] = sourcesBehind(rule ? rule.references : references);
  return (
    <tr>
      <td>
        <b>{item.title}</b>
      </td>
      <td className="paper-fate">
        {fate !== null && (
          <>
            <b>{cardOf(fate)}</b> <FateShape fate={fate} size={10} /> {fateOn(scenario.route, fate).word}
          </>
        )}
      </td>
      <td className="gate">{gateWords(gate)}</td>
      <td>{rule ? rule.says : means}</td>
      <td>{source && `${source.title} (${source.meaning})`}</td>
    </tr>
  );
}
