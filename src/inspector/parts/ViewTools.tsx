import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

/** The element beside the tabs that belongs to the view that is shown; null until it is on the page. */
export const ToolsPlace = createContext<HTMLElement | null>(null);

/** For a view: puts its tools beside the tabs. */
export function ViewTools({ children }: { readonly children: ReactNode }) {
  const place = useContext(ToolsPlace);
  return place ? createPortal(children, place) : null;
}
