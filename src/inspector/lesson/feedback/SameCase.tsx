import type { Fate } from '../../../model/fates.ts';
import { onScreen, voiceOf } from '../../../report/device-voice.ts';
import type { Variant } from '../../../teach/variant.ts';
import { FateWord } from '../../parts/Fate.tsx';
import { useItemTwin } from './use-item-twin.ts';

interface SameCaseProps {
  readonly variant: Variant;
  readonly item: string;
  /** As it was wrongly said to end: the twin in which it does is looked for first. */
  readonly said: Fate | null;
}

/** The same case with one thing changed, and where this item ends then: both were played. */
export function SameCase({ variant, item, said }: SameCaseProps) {
  const twin = useItemTwin(variant, item, said);
  if (twin === 'none') return null;
  const { world, route } = variant.scenario;
  return (
    <section className="same-case" aria-label="The same case with one thing changed">
      <h3>The same case with one thing changed</h3>
      {twin === undefined ? (
        <p className="quiet">It is looked for …</p>
      ) : (
        <>
          <p>
            <bdi>{onScreen(twin.contrast.title, world.device.kind)}</bdi>: <b>{twin.contrast.there}</b> instead of{' '}
            <b>{twin.contrast.here}</b>. Then it is <FateWord fate={twin.fate} route={route} />.
          </p>
          {twin.says !== null && <p>{voiceOf(world)(twin.says)}</p>}
          {twin.others > 0 && (
            <p className="quiet">
              {twin.others === 1
                ? 'One thing more ends otherwise with it.'
                : `${twin.others} things more end otherwise with it.`}
            </p>
          )}
        </>
      )}
    </section>
  );
}
