import { useEffect, useState } from 'react';
import type { Session } from '../state/session.ts';
import type { Catalogue } from './catalogue.ts';
import type { ListedScenario } from './listed.ts';
import { ScenarioSearch } from './scenario-search.ts';

/** What the library knows, once it has come; until then titles are shown, and nothing is looked for. */
export interface Shelf {
  readonly catalogue: Catalogue;
  readonly search: ScenarioSearch;
}

interface ShelfSoFar {
  readonly shelf: Shelf | null;
  /** It could not be read. */
  readonly isMissing: boolean;
}

export function useShelf(session: Session, listed: readonly ListedScenario[]): ShelfSoFar {
  const [soFar, setSoFar] = useState<ShelfSoFar>({ shelf: null, isMissing: false });
  useEffect(() => {
    let isGone = false;
    const fill = async () => {
      try {
        const catalogue = await session.catalogue();
        if (isGone || listed.length === 0) return;
        setSoFar({ shelf: { catalogue, search: new ScenarioSearch(catalogue, listed) }, isMissing: false });
      } catch {
        if (!isGone) setSoFar({ shelf: null, isMissing: true });
      }
    };
    void fill();
    return () => {
      isGone = true;
    };
  }, [session, listed]);
  return soFar;
}
