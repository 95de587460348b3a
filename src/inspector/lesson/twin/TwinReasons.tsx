import { useMemo } from 'react';
import { explainItem } from '../../../insight/explain/why.ts';
import { spoken, voiceOf } from '../../../report/device-voice.ts';
import type { Run } from '../../../run/play.ts';
import type { Twin } from '../../../teach/twin.ts';
import type { Variant } from '../../../teach/variant.ts';
import { fateKeyOf } from '../../../stepping/fate-keys.ts';
import { FateWord } from '../../parts/Fate.tsx';
import { Reason } from '../feedback/Reason.tsx';

interface ReasonsProps {
  readonly variant: Variant;
  readonly twin: Twin;
}

/** The principle after the comparison: what decided on either phone, and from where that is known. */
export function TwinReasons({ variant, twin }: ReasonsProps) {
  return (
    <section className="card panel feedback" aria-label="Why">
      <h2>What decided</h2>
      <div className="feedback-body scrolls" tabIndex={0} role="group" aria-label="Why">
        <Side title="Here" run={variant.run} variant={variant} twin={twin} fate={fateKeyOf(twin.here)} />
        <Side title="There" run={twin.run} variant={variant} twin={twin} fate={fateKeyOf(twin.there)} />
      </div>
    </section>
  );
}

interface SideProps extends ReasonsProps {
  readonly title: string;
  readonly run: Run;
  readonly fate: ReturnType<typeof fateKeyOf>;
}

function Side({ title, run, variant, twin, fate }: SideProps) {
  const { world, route } = variant.scenario;
  const explanation = useMemo(() => spoken(explainItem(run, twin.item.id), voiceOf(world)), [run, twin, world]);
  return (
    <>
      <h3>
        {title}: <FateWord fate={fate} route={route} />
      </h3>
      <Reason explanation={explanation} route={route} />
    </>
  );
}
