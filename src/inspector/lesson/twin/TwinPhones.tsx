import { must } from '../../../model/must.ts';
import { fateKeyOf } from '../../../stepping/fate-keys.ts';
import { onScreen } from '../../../report/device-voice.ts';
import type { Run } from '../../../run/play.ts';
import type { Twin } from '../../../teach/twin.ts';
import type { Variant } from '../../../teach/variant.ts';
import { FateWord } from '../../parts/Fate.tsx';

interface PhonesProps {
  readonly variant: Variant;
  readonly twin: Twin;
  /** Before the answer the condition is marked on neither. */
  readonly isOpen: boolean;
}

/** Both phones with where everything ends on them, side by side. */
export function TwinPhones({ variant, twin, isOpen }: PhonesProps) {
  const { kind } = variant.scenario.world.device;
  const differs = must(twin.options[twin.key], 'the condition that differs');
  return (
    <div className="phones">
      <TwinPhone
        title={onScreen('This phone', kind)}
        run={variant.run}
        variant={variant}
        twin={twin}
        marked={isOpen ? null : { title: differs.title, value: differs.here }}
      />
      <TwinPhone
        title={onScreen('The other phone', kind)}
        run={twin.run}
        variant={variant}
        twin={twin}
        marked={isOpen ? null : { title: differs.title, value: differs.there }}
      />
    </div>
  );
}

interface PhoneProps extends Omit<PhonesProps, 'isOpen'> {
  readonly title: string;
  readonly run: Run;
  readonly marked: { readonly title: string; readonly value: string } | null;
}

function TwinPhone({ title, run, variant, twin, marked }: PhoneProps) {
  const { route } = variant.scenario;
  return (
    <section className="card twin-phone" aria-label={title}>
      <h2>{title}</h2>
      <p className={marked ? 'condition marked' : 'condition'}>
        {marked ? (
          <>
            <bdi>{marked.title}</bdi>: <b>{marked.value}</b>
          </>
        ) : (
          'One thing differs between the two.'
        )}
      </p>
      <ul>
        {variant.items.map(({ id, title: item }) => (
          <li key={id} className={id === twin.item.id || twin.others.includes(id) ? 'differs' : undefined}>
            <bdi>{item}</bdi>
            <FateWord fate={fateKeyOf(must(run.ledger.row(id), `the row of ${id}`))} route={route} />
          </li>
        ))}
      </ul>
    </section>
  );
}
