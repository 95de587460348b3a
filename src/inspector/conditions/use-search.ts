import { madeOnce } from '../../model/groups.ts';
import { useEffect, useState } from 'react';
import type { WhatIfAnswer } from '../../insight/what-if/answer.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { WhatIfWorker } from './what-if-worker.ts';

/** Quick changes of the selection ask once, in milliseconds. */
const REST = 120;
const TICK = 500;

export type SearchState =
  | { readonly kind: 'searching'; readonly runs: number; readonly seconds: number; readonly stop: () => void }
  | { readonly kind: 'stopped'; readonly again: () => void }
  | { readonly kind: 'failed'; readonly says: string }
  | { readonly kind: 'found'; readonly answers: readonly WhatIfAnswer[] };

const found = new WeakMap<Scenario, Map<string, readonly WhatIfAnswer[]>>();

interface Going {
  readonly key: string;
  readonly runs: number;
  readonly seconds: number;
  readonly isStopped: boolean;
  readonly failed: string | null;
}
const AT_START = { runs: 0, seconds: 0, isStopped: false, failed: null };

/** Keeps what it finds. Gives what went wrong, or `null`. */
async function searchOnce(
  scenario: Scenario,
  target: string,
  worker: WhatIfWorker,
  onRuns: (runs: number) => void,
): Promise<string | null> {
  try {
    const answers = await worker.search(target, onRuns);
    madeOnce(found, scenario, () => new Map<string, readonly WhatIfAnswer[]>()).set(target, answers);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Looks for everything that brings a target of the given scenario back, beside the page; what was found is kept. */
export function useSearch(scenario: Scenario, target: string, worker: WhatIfWorker): SearchState {
  const [going, setGoing] = useState<Going>({ key: target, ...AT_START });
  const known = found.get(scenario)?.get(target);
  const now: Going = going.key === target ? going : { key: target, ...AT_START };
  const isSought = known === undefined && !now.isStopped && now.failed === null;
  useEffect(() => {
    if (!isSought) return undefined;
    let isOver = false;
    const began = performance.now();
    const tell = (part: Partial<Going>) => {
      if (!isOver)
        setGoing((before) => ({ ...(before.key === target ? before : { key: target, ...AT_START }), ...part }));
    };
    const timer = setTimeout(() => {
      void searchOnce(scenario, target, worker, (runs) => tell({ runs })).then((failed) => tell({ failed }));
    }, REST);
    const ticks = setInterval(() => tell({ seconds: Math.floor((performance.now() - began) / 1000) }), TICK);
    return () => {
      isOver = true;
      clearInterval(ticks);
      clearTimeout(timer);
      worker.giveUp();
    };
  }, [scenario, target, worker, isSought]);
  if (known) return { kind: 'found', answers: known };
  if (now.failed !== null) return { kind: 'failed', says: now.failed };
  if (now.isStopped) return { kind: 'stopped', again: () => setGoing({ key: target, ...AT_START }) };
  return { kind: 'searching', runs: now.runs, seconds: now.seconds, stop: () => setGoing({ ...now, isStopped: true }) };
}
