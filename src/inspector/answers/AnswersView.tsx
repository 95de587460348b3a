import { type ReactNode, useMemo, useState } from 'react';
import { beforeErase } from '../../insight/before/before.ts';
import { phoneToErase } from '../../insight/before/phone-to-erase.ts';
import { stuckAt } from '../../insight/stuck/stuck.ts';
import { waysOf } from '../../insight/ways/ways.ts';
import { beforeAsks, beforeHeadline, beforeParts } from '../../report/before-text.ts';
import { voiceOf, voiceOfOne } from '../../report/device-voice.ts';
import { useMachinery } from '../parts/Machinery.tsx';
import { stuckHeadline, stuckParts } from '../../report/stuck-text.ts';
import { waysHeadline } from '../../report/ways-text.ts';
import { caseFileOf } from '../../run/case-file-of.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { withChanges } from '../../scenario/change.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { ActsToDo } from './ActsToDo.tsx';
import { ShortAnswer } from './ShortAnswer.tsx';
import { WaysList } from './WaysList.tsx';
import { WaysTable } from './WaysTable.tsx';
import './answers.css';

/** From so many items on an answer takes long enough to be felt, and waits until it is asked for. */
const MANY = 1500;

/** Three questions of support people: is it stuck at this step, may the phone be erased, which way brings most. */
export function AnswersView({ store }: ViewProps) {
  const { given, changes } = useStory(store, 'given', 'changes');
  const scenario = useMemo(() => withChanges(given, changes), [given, changes]);
  const asks = useMemo(() => beforeAsks(scenario.world, phoneToErase(caseFileOf(scenario.world))), [scenario]);
  return (
    <div className="answers card scrolls" tabIndex={0} role="group" aria-label="Three questions">
      <Question title="Is it stuck here?" scenario={scenario}>
        <Stuck store={store} />
      </Question>
      <Question title={asks} scenario={scenario}>
        <Before scenario={scenario} />
      </Question>
      <Question title="Which way brings most?" scenario={scenario}>
        <Ways scenario={scenario} />
      </Question>
    </div>
  );
}

interface QuestionProps {
  readonly title: string;
  readonly scenario: Scenario;
  readonly children: ReactNode;
}

function Question({ title, scenario, children }: QuestionProps) {
  const [asked, setAsked] = useState<Scenario | null>(null);
  const isLarge = scenario.world.items.length > MANY;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {!isLarge || asked === scenario ? (
        children
      ) : (
        <button type="button" className="button small" onClick={() => setAsked(scenario)}>
          Work it out
        </button>
      )}
    </section>
  );
}

function Stuck({ store }: ViewProps) {
  const { frame } = useStory(store, 'frame');
  const ids = useMachinery();
  // A frame belongs to one recording, so another story has another one.
  const answer = useMemo(() => stuckAt({ simulation: store.simulationHere, step: frame.step }), [store, frame]);
  const voice = useMemo(() => voiceOf(store.world), [store]);
  return <ShortAnswer voice={voice} headline={stuckHeadline(answer)} parts={stuckParts(store.world, answer, ids)} />;
}

function Before({ scenario: { world }, scenario }: { readonly scenario: Scenario }) {
  const answer = useMemo(() => beforeErase(scenario), [scenario]);
  const voice = useMemo(() => (answer.phone ? voiceOfOne(world, answer.phone.kind) : voiceOf(world)), [world, answer]);
  return (
    <ShortAnswer voice={voice} headline={beforeHeadline(answer)} parts={beforeParts(world, answer)}>
      <ActsToDo world={world} voice={voice} acts={answer.acts} />
    </ShortAnswer>
  );
}

function Ways({ scenario: { world }, scenario }: { readonly scenario: Scenario }) {
  const answer = useMemo(() => waysOf(scenario), [scenario]);
  return (
    <>
      <p className="headline">{voiceOf(world)(waysHeadline(world, answer))}</p>
      <WaysList world={world} answer={answer} />
      <details>
        <summary>Item by item</summary>
        <WaysTable world={world} answer={answer} />
      </details>
    </>
  );
}
