import { Suspense, useMemo, useState } from 'react';
import { part } from '../../parts/part.ts';
import { explainItem } from '../../../insight/explain/why.ts';
import { type Fate, FATES } from '../../../model/fates.ts';
import type { Item } from '../../../model/world.ts';
import { spoken, voiceOf } from '../../../report/device-voice.ts';
import { feedbackOn } from '../../../teach/feedback.ts';
import { HARMS } from '../../../teach/answer-fate.ts';
import type { BetMark } from '../../../teach/score.ts';
import type { Variant } from '../../../teach/variant.ts';
import { FateShape } from '../../parts/Fate.tsx';
import { Reason } from './Reason.tsx';

const SameCase = part(async () => (await import('./SameCase.tsx')).SameCase);
const WhatHelps = part(async () => (await import('./WhatHelps.tsx')).WhatHelps);

interface FeedbackProps {
  readonly variant: Variant;
  readonly item: Item;
  readonly marks: readonly BetMark[];
}

/** Right after a bet was turned over: what it is, what tells the two fates apart, why, and from where that is known. */
export function FeedbackCard({ variant, item, marks }: FeedbackProps) {
  const [helps, setHelps] = useState(false);
  const { scenario, run } = variant;
  const explanation = useMemo(() => spoken(explainItem(run, item.id), voiceOf(scenario.world)), [run, scenario, item]);
  const { route } = scenario;
  const ofFate = marks.find(({ question }) => question === 'fate');
  const { fate } = explanation;
  return (
    <section className="card panel feedback" aria-label="Why">
      <h2>
        <bdi>{item.title}</bdi>
      </h2>
      <div className="feedback-body scrolls" tabIndex={0} role="group" aria-label="Why">
        {ofFate && <SaidAndIs variant={variant} mark={ofFate} />}
        <Reason explanation={explanation} route={route} />
        <Suspense fallback={null}>
          <SameCase variant={variant} item={item.id} said={wronglySaid(marks)} />
        </Suspense>
        {fate !== null && !FATES[fate].works && (
          <div className="line-up">
            <button type="button" className="button small" aria-expanded={helps} onClick={() => setHelps(!helps)}>
              What would help?
            </button>
          </div>
        )}
        {helps && (
          <Suspense fallback={null}>
            <WhatHelps scenario={scenario} item={item.id} route={route} />
          </Suspense>
        )}
      </div>
    </section>
  );
}

/** Where a wrong answer says that it ends. */
function wronglySaid(marks: readonly BetMark[]): Fate | null {
  const mark = marks.find(({ right, said }) => !right && said !== undefined);
  return mark?.said === undefined ? NOT_SAID : mark.said;
}
const NOT_SAID = null;

/** What was said and what is, in a sentence; what tells the two apart; and what the mistake would have done. */
function SaidAndIs({ variant, mark }: { readonly variant: Variant; readonly mark: BetMark }) {
  const { headline, apart, harm } = useMemo(() => feedbackOn(variant, mark), [variant, mark]);
  const { fate } = mark.truth;
  return (
    <div className="said-is">
      <p className="said-headline">
        {fate !== null && <FateShape fate={fate} size={16} />}
        <b>{headline}</b>
      </p>
      {mark.harm && harm !== null && (
        <p>
          <span className="harm">{HARMS[mark.harm].word}</span> <span className="quiet">{harm}</span>
        </p>
      )}
      <p className="apart">
        <b>{mark.right ? 'Why it is so.' : 'What tells them apart.'}</b> {apart}
      </p>
    </div>
  );
}
