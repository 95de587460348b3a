import { useParts } from '../state/use-story.ts';
import type { CaseDesk, DeskSnapshot } from './case-desk.ts';

/** The named parts of what stands on the desk; renders again only when one of them is another. */
export const useDesk = <K extends keyof DeskSnapshot>(
  desk: CaseDesk,
  ...names: readonly [K, ...K[]]
): Pick<DeskSnapshot, K> => useParts(desk, names);
