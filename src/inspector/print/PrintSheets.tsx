import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { ViewProps } from '../state/use-story.ts';
import { FateSheet } from './FateSheet.tsx';
import { LearnerHandout } from './LearnerHandout.tsx';
import { printing, type SheetKind } from './printing.ts';
import { TrainerHandout } from './TrainerHandout.tsx';
import './print.css';

const SHEETS: Readonly<Record<SheetKind, ComponentType<ViewProps>>> = {
  fates: FateSheet,
  trainer: TrainerHandout,
  learner: LearnerHandout,
};

/** The sheet that is asked for. In the page only while it prints. */
export function PrintSheets({ store }: ViewProps) {
  const { kind } = useSyncExternalStore(printing.subscribe, printing.getSnapshot);
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it stands when this returns.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => {
      setPrinting(false);
      printing.choose('fates');
    };
    printing.sheetsAreThere();
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const Sheet = SHEETS[kind];
  return isPrinting ? <Sheet store={store} /> : null;
}
