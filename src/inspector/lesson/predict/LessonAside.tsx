import { useState } from 'react';
import type { Variant } from '../../../teach/variant.ts';
import { onScreen } from '../../../report/device-voice.ts';
import { Phone } from '../../phone/Phone.tsx';
import type { StoryStore } from '../../state/story-store.ts';
import { TWO_COLUMNS, useMedia } from '../use-media.ts';
import { CaseFactsList } from '../KnownCase.tsx';

const PARTS = ['phone', 'case'] as const;
type AsidePart = (typeof PARTS)[number];

interface AsideProps {
  readonly variant: Variant;
  readonly store: StoryStore;
}

/** While the story goes on: the phone as it is now, to be looked at, or the case again. */
export function LessonAside({ variant, store }: AsideProps) {
  const isClosed = useMedia(TWO_COLUMNS);
  // As it was left; until then open where there is room for it.
  const [picked, setPicked] = useState<AsidePart | 'none' | null>(null);
  const part = picked === null ? (isClosed ? 'none' : 'phone') : picked;
  const words = { phone: onScreen('The phone', variant.scenario.world.device.kind), case: 'The case' };
  return (
    <section
      className={part === 'none' ? 'card panel beside closed' : 'card panel beside'}
      aria-label="The phone and the case"
    >
      <div className="tabs" role="group" aria-label="Phone or case">
        {PARTS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === part}
            onClick={() => setPicked(each === part && isClosed ? 'none' : each)}
          >
            {words[each]}
          </button>
        ))}
      </div>
      {part === 'phone' && (
        <div className="phone-column" inert>
          <Phone store={store} />
        </div>
      )}
      {part === 'case' && <CaseFactsList variant={variant} />}
    </section>
  );
}
