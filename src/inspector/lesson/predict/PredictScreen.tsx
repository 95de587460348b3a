import { useMemo, useSyncExternalStore } from 'react';
import type { TaskScreenProps } from '../task-screen.ts';
import { useVariant } from '../use-variant.ts';
import { Betting } from './Betting.tsx';
import { betRowsOf } from './bet-rows.ts';
import { Revealing } from './Revealing.tsx';
import './predict.css';

/** Bet on every item, lock the bets, and watch them being turned over one by one. */
export function PredictScreen({ desk, task, place, onNext }: TaskScreenProps<'predict'>) {
  const snapshot = useSyncExternalStore(desk.subscribe, desk.getSnapshot);
  const put = useVariant(desk, place);
  const log = desk.log(place);
  const rows = useMemo(
    () => betRowsOf(desk, put),
    // The desk's log and what waits on it are parts of its snapshot.
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps
    [desk, put, snapshot],
  );
  return log.locked ? (
    <Revealing variant={put.variant} log={log} rows={rows} stops={task.reveal} onNext={onNext} />
  ) : (
    <Betting desk={desk} place={place} variant={put.variant} rows={rows} />
  );
}
