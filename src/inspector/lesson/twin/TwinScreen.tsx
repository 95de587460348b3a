import { useMemo, useSyncExternalStore } from 'react';
import { variantOf } from '../../../teach/variant.ts';
import { KnownCase } from '../KnownCase.tsx';
import { LockFoot } from '../LockFoot.tsx';
import type { TaskScreenProps } from '../task-screen.ts';
import { TwinPhones } from './TwinPhones.tsx';
import { TwinQuestion } from './TwinQuestion.tsx';
import { TwinReasons } from './TwinReasons.tsx';
import { useTwin } from './use-twin.ts';
import '../predict/predict.css';
import './twin.css';

/** Two phones that differ in one thing, and in where one item ends: which thing is it? */
export function TwinScreen({ desk, place, onNext }: TaskScreenProps<'twin'>) {
  useSyncExternalStore(desk.subscribe, desk.getSnapshot);
  const { lesson, learner } = desk;
  const variant = useMemo(() => variantOf(lesson, place, learner), [lesson, place, learner]);
  const twin = useTwin(variant);
  if (twin === null || twin === 'none' || 'trouble' in twin)
    return (
      <>
        <main className="lesson-page" aria-busy={twin === null}>
          {twin === null && <p role="status">A phone is looked for that differs in one thing …</p>}
          {twin === 'none' && <p>For this case there is no phone that differs in one thing alone. Go on.</p>}
          {twin !== null && twin !== 'none' && <p role="alert">{twin.trouble}</p>}
        </main>
        <footer className="lesson-foot">
          <p className="foot-says">Nothing is asked here, and nothing counts.</p>
          {twin !== null && onNext && (
            <button type="button" className="button main" onClick={onNext}>
              Next task
            </button>
          )}
        </footer>
      </>
    );
  const log = desk.log(place);
  const choice = log.choices[0];
  const chosen = choice?.did === 'bet' ? choice.option : null;
  const isOpen = !log.locked;
  return (
    <>
      <main className="lesson-main predict twin">
        <div className="side case-side">
          <KnownCase variant={variant} />
        </div>
        <TwinPhones variant={variant} twin={twin} isOpen={isOpen} />
        <div className="side answer-side">
          <TwinQuestion
            twin={twin}
            chosen={chosen}
            sure={desk.sureOf(place, 0)}
            isOpen={isOpen}
            onChoose={(option) => desk.bet(place, 0, option)}
            onSure={(sure) => desk.beSure(place, 0, sure)}
          />
          {!isOpen && <TwinReasons variant={variant} twin={twin} />}
        </div>
      </main>
      <LockFoot desk={desk} place={place} isReady={chosen !== null} locks="Lock my answer" onNext={onNext}>
        <p className="foot-says">
          {isOpen ? (
            <>
              <b>Everything else is equal.</b> What is told of the case holds for the first phone.
            </>
          ) : (
            <>
              <b>{chosen === twin.key ? 'Right.' : 'Not that one.'}</b> Both phones were played; what is told is what
              came of it.
            </>
          )}
        </p>
      </LockFoot>
    </>
  );
}
