import { lazy, Suspense, useMemo, useState } from 'react';
import { explainItem } from '../../../insight/explain/why.ts';
import { type Fate, fateOn, FATES } from '../../../model/fates.ts';
import type { Item } from '../../../model/world.ts';
import { spoken, voiceOf } from '../../../report/device-voice.ts';
import { type BetMark, HARMS } from '../../../teach/score.ts';
import type { Variant } from '../../../teach/variant.ts';
import { FateWord } from '../../parts/Fate.tsx';
import { Reason } from './Reason.tsx';

const WhatHelps = lazy(async () => ({ default: (await import('./WhatHelps.tsx')).WhatHelps }));

interface FeedbackProps {
  readonly variant: Variant;
  readonly item: Item;
  readonly marks: readonly BetMark[];
}

/** Right after a bet was turned over: what it is, what tells the two fates apart, why, and from where that is known. */
export function Feedback({ variant, item, marks }: FeedbackProps) {
  const [helps, setHelps] = useState(false);
  const { scenario, run } = variant;
  const explanation = useMemo(() => spoken(explainItem(run, item.id), voiceOf(scenario.world)), [run, scenario, item]);
  const { route } = scenario;
  const { fate } = explanation;
  return (
    <section className="card panel feedback" aria-label="Why">
      <h2>
        <bdi>{item.title}</bdi>
      </h2>
      <div className="feedback-body scrolls" tabIndex={0} role="group" aria-label="Why">
        {marks.map((mark) => (
          <SaidAndIs key={mark.n} variant={variant} mark={mark} />
        ))}
        <Reason explanation={explanation} route={route} />
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

interface SaidProps {
  readonly variant: Variant;
  readonly mark: BetMark;
}

/** What was said and what is, for one question. */
function SaidAndIs({ variant, mark }: SaidProps) {
  const { route } = variant.scenario;
  const said = mark.bet?.answer as Fate | undefined;
  const { fate } = mark.truth;
  if (mark.question !== 'fate' || fate === null) return null;
  return (
    <div className="said-is">
      {mark.right ? (
        <p>
          As you said: <FateWord fate={fate} route={route} />
        </p>
      ) : (
        <>
          <p>
            It is <FateWord fate={fate} route={route} />
            {said && (
              <>
                , you said <FateWord fate={said} route={route} />
              </>
            )}
          </p>
          {mark.harm && (
            <p>
              <span className="harm">{HARMS[mark.harm].word}</span>{' '}
              <span className="quiet">{HARMS[mark.harm].means}</span>
            </p>
          )}
          {said && (
            <p className="apart">
              <b>What tells them apart.</b> {fateOn(route, said).word}: {fateOn(route, said).means}{' '}
              {fateOn(route, fate).word}: {fateOn(route, fate).means}
            </p>
          )}
        </>
      )}
    </div>
  );
}
