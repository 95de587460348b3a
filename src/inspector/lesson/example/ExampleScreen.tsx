import { useMemo, useState } from 'react';
import { explainItem } from '../../../insight/explain/why.ts';
import { formatBytes } from '../../../model/bytes.ts';
import { must } from '../../../model/must.ts';
import { spoken, voiceOf } from '../../../report/device-voice.ts';
import { fateKeyOf } from '../../../stepping/fate-keys.ts';
import type { Variant } from '../../../teach/variant.ts';
import { FateWord } from '../../parts/Fate.tsx';
import { useRoute, useStory } from '../../state/use-story.ts';
import { Reason } from '../feedback/Reason.tsx';
import { LessonAside } from '../predict/LessonAside.tsx';
import { StepBar } from '../predict/StepBar.tsx';
import { type Reveal, useReveal } from '../predict/use-reveal.ts';
import type { TaskScreenProps } from '../task-screen.ts';
import { useVariant } from '../use-variant.ts';
import '../predict/predict.css';
import './example.css';

/**
 * A case that is worked out in front of the learner: the story goes on by itself and stops where something is decided.
 * At each stop one says why, and looks whether it is so.
 */
export function ExampleScreen({ desk, task, place, onNext }: TaskScreenProps<'example'>) {
  const { variant } = useVariant(desk, place);
  const stopAt = task.stopAt ? task.stopAt : variant.items.map(({ id }) => id);
  const reveal = useReveal(variant, 'at each drop', stopAt);
  const isSeen = stopAt.every((item) => reveal.isOpen(item));
  const next = () => {
    if (!desk.log(place).locked) desk.lock(place);
    onNext?.();
  };
  return (
    <>
      <main className="lesson-main predict example">
        <div className="side case-side">
          <LessonAside variant={variant} store={reveal.store} />
        </div>
        <Course variant={variant} reveal={reveal} stopAt={new Set(stopAt)} />
        <div className="side">
          <AskedWhy key={reveal.position} variant={variant} reveal={reveal} stopAt={stopAt} />
        </div>
      </main>
      <StepBar reveal={reveal} isAllOpen={isSeen} onNext={onNext === null ? null : next} word="Next stop" />
    </>
  );
}

interface CourseProps {
  readonly variant: Variant;
  readonly reveal: Reveal;
  readonly stopAt: ReadonlySet<string>;
}

/** Every item with what has been said of it until now. */
function Course({ variant, reveal, stopAt }: CourseProps) {
  const { ledger } = useStory(reveal.store, 'ledger');
  const route = useRoute(reveal.store);
  return (
    <section className="card panel bets-panel" aria-label="The items, as far as the story has come">
      <header className="bets-head">
        <h2>{variant.scenario.title}</h2>
        <p className="quiet">Watch this one. At each stop say why, then look.</p>
      </header>
      <div className="bets-scroll scrolls" tabIndex={0} role="group" aria-label="Items">
        <ol className="bets">
          {variant.items.map((item) => {
            const row = ledger.rows[must(reveal.store.placeOf(item.id), item.id)];
            const isDecided = row !== undefined && row.fate !== null;
            return (
              <li
                key={item.id}
                className="bet-row course-row"
                aria-current={stopAt.has(item.id) && reveal.isNew(item.id)}
              >
                <div className="bet-item">
                  <b>
                    <bdi>{item.title}</bdi>
                  </b>
                  {item.bytes > 0 && <span className="bet-known">{formatBytes(item.bytes)}</span>}
                </div>
                <div className="bet-verdict">
                  {isDecided ? (
                    <FateWord fate={fateKeyOf(row)} route={route} />
                  ) : (
                    <span className="on-its-way">still on the way</span>
                  )}
                  {isDecided && !reveal.isOpen(item.id) && <span className="quiet">so far</span>}
                </div>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

interface AskedProps {
  readonly variant: Variant;
  readonly reveal: Reveal;
  readonly stopAt: readonly string[];
}

/** What the story has stopped at, the question why, and the reason once it is asked for. */
function AskedWhy({ variant, reveal, stopAt }: AskedProps) {
  const [isShown, setShown] = useState(false);
  const route = useRoute(reveal.store);
  const [item] = stopAt.filter((id) => reveal.opensAt(id) === reveal.position);
  const { run, scenario } = variant;
  const explanation = useMemo(
    () => (item === undefined ? null : spoken(explainItem(run, item), voiceOf(scenario.world))),
    [run, scenario, item],
  );
  return (
    <section className="card panel feedback" aria-label="Why">
      {explanation ? (
        <>
          <h2>
            <bdi>{explanation.item.title}</bdi>
          </h2>
          <div className="feedback-body scrolls" tabIndex={0} role="group" aria-label="Why">
            {explanation.fate && <FateWord fate={explanation.fate} route={route} />}
            {isShown ? (
              <Reason explanation={explanation} route={route} />
            ) : (
              <>
                <p>Why? Say it in your own words first.</p>
                <button type="button" className="button" onClick={() => setShown(true)}>
                  Show the reason
                </button>
              </>
            )}
          </div>
        </>
      ) : (
        <>
          <h2>How it goes</h2>
          <p>
            “Next stop” lets the simulator go on until one of the items is decided. Then it asks you why, and shows the
            reason with its source. Nothing is graded here.
          </p>
        </>
      )}
    </section>
  );
}
