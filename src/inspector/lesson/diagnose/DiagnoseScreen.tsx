import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { must } from '../../../model/must.ts';
import { areOver, roundsOf } from '../../../teach/diagnose/round.ts';
import type { CauseTask } from '../../../teach/diagnose/game.ts';
import { Icon } from '../../parts/Icon.tsx';
import type { TaskScreenProps } from '../task-screen.ts';
import { CallScreen } from './CallScreen.tsx';
import { useCauseTask } from './use-cause-task.ts';
import './diagnose.css';

/** Customers call one after the other, each with the same complaint: ask, and name the cause. */
export function DiagnoseScreen(props: TaskScreenProps<'diagnose'>) {
  const state = useCauseTask(props.desk, props.place);
  if (state && 'game' in state) return <Calls {...props} causes={state} />;
  return (
    <>
      <main className="lesson-page" aria-busy={state === null}>
        {state === null ? (
          <p role="status">Every way in which this can have come about is being played …</p>
        ) : (
          <p role="alert" className="trouble-page">
            {state.trouble}
          </p>
        )}
      </main>
      <footer className="lesson-foot" />
    </>
  );
}

function Calls({ desk, task, place, onNext, causes }: TaskScreenProps<'diagnose'> & { readonly causes: CauseTask }) {
  useSyncExternalStore(desk.subscribe, desk.getSnapshot);
  const began = useRef(0);
  useEffect(() => {
    began.current = performance.now();
  }, []);
  const { game, customers } = causes;
  const log = desk.log(place);
  const rounds = roundsOf(game, log.choices);
  const isDone = areOver(game, rounds);
  // The newest call, until another one is looked at; a call that has come since does not push its way in.
  const [looked, setLooked] = useState(() => Math.max(0, rounds.length - 1));
  const shown = Math.min(looked, rounds.length - 1);
  useEffect(() => {
    if (isDone) desk.lock(place, Math.round((performance.now() - began.current) / 1000));
  }, [isDone, desk, place]);
  const round = must(rounds[shown], 'a call');
  const isOver = round.end !== 'open' && (!game.says || round.said !== null);
  return (
    <>
      <CallScreen
        key={shown}
        title={customers.length === 1 ? 'The customer' : `Customer ${shown + 1} of ${customers.length}`}
        customer={must(customers[shown], 'a customer')}
        game={game}
        round={round}
        showsLeft={task.shows === 'causes left'}
        onChoice={(choice) => desk.add(place, choice)}
      />
      <footer className="lesson-foot">
        <p className="foot-says">
          {isOver ? (
            <>
              <b>{isDone ? 'All calls are over.' : 'This call is over.'}</b> Look at what each question was worth.
            </>
          ) : (
            <>
              <b>Ask as little as you can, and as much as you need.</b> There is no time limit.
            </>
          )}
        </p>
        {rounds.length > 1 && (
          <div className="step-tools" role="group" aria-label="Calls">
            {rounds.map((each, n) => (
              <button
                key={customers[n]?.seed}
                type="button"
                className="button small"
                aria-pressed={n === shown}
                onClick={() => setLooked(n)}
              >
                {`Call ${n + 1}`} {each.end === 'found' && <Icon name="check" size={12} />}
              </button>
            ))}
          </div>
        )}
        {round.end === 'open' && (
          <button type="button" className="button" onClick={() => desk.add(place, { did: 'none' })}>
            Give up and see
          </button>
        )}
        {isOver && shown + 1 < rounds.length && (
          <button type="button" className="button main" onClick={() => setLooked(shown + 1)}>
            Next customer <Icon name="next" />
          </button>
        )}
        {isDone && shown + 1 === rounds.length && onNext && (
          <button type="button" className="button main" onClick={onNext}>
            Next task <Icon name="next" />
          </button>
        )}
      </footer>
    </>
  );
}
