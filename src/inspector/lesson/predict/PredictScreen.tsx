import { useMemo, useSyncExternalStore } from 'react';
import type { TaskScreenProps } from '../task-screens.ts';
import { useVariant } from '../use-variant.ts';
import { Betting } from './Betting.tsx';
import { betRowsOf } from './bet-rows.ts';
import { Revealing } from './Revealing.tsx';
import './predict.css';

/** Bet on every item, lock the bets, and watch them being turned over one by one. */
export function PredictScreen({ desk, task, place, onNext }: TaskScreenProps<'predict'>) {
  const { attempt } = useSyncExternalStore(desk.subscribe, desk.getSnapshot);
  const { variant, questions } = useVariant(desk, place);
  const log = desk.log(place);
  const rows = useMemo(
    () => betRowsOf(variant, questions, desk.log(place)),
    // The desk's own log is a part of the attempt.
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps
    [variant, questions, desk, place, attempt],
  );
  return log.locked ? (
    <Revealing variant={variant} log={log} rows={rows} stops={task.reveal} onNext={onNext} />
  ) : (
    <Betting desk={desk} place={place} variant={variant} rows={rows} />
  );
}
