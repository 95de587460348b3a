import { createContext, type ReactNode, useContext } from 'react';

/** Whether the person has asked to see states, events, rules' ids and fingerprints. */
export const MachineryShown = createContext(false);
export const useMachinery = (): boolean => useContext(MachineryShown);

/** What only engineers look for: there only when it was asked for. */
export function Machinery({ children }: { readonly children: ReactNode }) {
  return useMachinery() ? children : null;
}
