import { explainRefusal } from '../../insight/explain/refusals.ts';
import type { SpokenNames } from '../../model/spoken-names.ts';
import type { Refused } from '../../stepping/frame.ts';
import { useMachinery } from '../parts/Machinery.tsx';

interface WhyRefusedProps {
  readonly refused: Refused;
  readonly names: SpokenNames;
  readonly step: number;
  readonly atMs: number;
}

/** Why the phone did not accept what was tapped. */
export function WhyRefused({ refused, names, step, atMs }: WhyRefusedProps) {
  const isWhole = useMachinery();
  const { says, guards } = explainRefusal(
    { n: 0, step, atMs, actor: 'simulation', type: 'refused', ...refused },
    names,
  );
  const values = guards.flatMap((guard) =>
    Object.entries(guard.values).map(([name, value]) => ({
      id: `${guard.guard} ${name}`,
      name,
      value: String(value ?? 'none'),
    })),
  );
  return (
    <div className="refusal" role="alert">
      <p>{says}</p>
      {isWhole && values.length > 0 && (
        <dl>
          {values.map(({ id, name, value }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isWhole && guards.length > 0 && (
        <p className="quiet">
          Guard{' '}
          {[...new Set(guards.map(({ guard }) => guard))].map((guard) => (
            <code key={guard}>{guard} </code>
          ))}
        </p>
      )}
    </div>
  );
}
