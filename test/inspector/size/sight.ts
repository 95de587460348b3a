/** A part of the window in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is left of a box inside everything that clips it: some of it, nothing until one scrolls, or it is cut. */
export type Shown = { readonly box: Box } | { readonly away: Element } | { readonly cutBy: Element };

/** What of the page can be seen and reached, as it stands now. Made inside the page: see `sightInPage`. */
export interface Sight {
  /** The page, or the sheet that makes the rest inert. */
  readonly root: Element;
  readonly slack: number;
  readonly styleOf: (element: Element) => CSSStyleDeclaration;
  /** Not drawn, or only for readers of screens. */
  readonly isShut: (element: Element) => boolean;
  /** Everything that may clip an element, from itself outwards. */
  readonly outwards: (from: Element) => Element[];
  readonly shownPart: (box: Box, from: Element) => Shown;
  readonly beyondWindow: (box: Box, from: Element) => boolean;
  readonly hitAt: (box: Box) => Element | null;
  readonly isIn: (hit: Element | null, element: Element) => boolean;
  /** What lies over the middle of a box, also once the box is scrolled into sight. */
  readonly coverOf: (element: Element, box: Box, again: () => Box) => Element | null;
  /** Something that lies over others by the person's own wish, and can be sent away. */
  readonly isDismissible: (cover: Element) => boolean;
  readonly nameOf: (element: Element) => string;
}

/** Runs inside the page, so it uses nothing from around it. */
export function sightInPage(): Sight {
  /** Browsers round boxes and letters to parts of a pixel. */
  const slack = 1.5;
  const styles = new Map<Element, CSSStyleDeclaration>();
  const shut = new Map<Element, boolean>();
  const hasNoHover = matchMedia('(hover: none)').matches;
  const root =
    [...document.querySelectorAll('dialog:modal, [aria-modal=true], [popover]:popover-open')].at(-1) ?? document.body;
  const pageScrolls = root === document.body && document.documentElement.scrollHeight > innerHeight + 1;

  return {
    root,
    slack,
    styleOf,
    isShut,
    outwards,
    shownPart,
    beyondWindow,
    hitAt,
    isIn,
    coverOf,
    isDismissible,
    nameOf,
  };

  function styleOf(element: Element): CSSStyleDeclaration {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  }

  function isShut(element: Element): boolean {
    const known = shut.get(element);
    if (known !== undefined) return known;
    const { display, visibility, clipPath, opacity } = styleOf(element);
    const is =
      display === 'none' ||
      visibility !== 'visible' ||
      clipPath === 'inset(50%)' ||
      !element.checkVisibility() ||
      (opacity === '0' && element.tagName !== 'INPUT' && !hasNoHover) ||
      (element.parentElement !== null && isShut(element.parentElement));
    shut.set(element, is);
    return is;
  }

  function nameOf(element: Element): string {
    const tag = element.tagName.toLowerCase();
    const [own, parent] = [element, element.parentElement?.closest('[class]')].map((each) => each?.classList.item(0));
    const says = (element.getAttribute('aria-label') ?? element.textContent).trim().replaceAll(/\s+/g, ' ');
    return `${parent ? `.${parent} ` : ''}${tag}${own ? `.${own}` : ''} “${says.slice(0, 40)}”`;
  }

  function outwards(from: Element): Element[] {
    const found: Element[] = [];
    let skipsTo: 'positioned' | 'none' | null = null;
    for (let at: Element | null = from; at !== null; at = at.parentElement) {
      const { position } = styleOf(at);
      if (skipsTo === null || (skipsTo === 'positioned' && position !== 'static')) {
        found.push(at);
        skipsTo = position === 'fixed' ? 'none' : position === 'absolute' ? 'positioned' : null;
      }
      if (at === root && root !== document.body) break;
    }
    return found;
  }

  /** Inside the border and the scrollbars; of a drawing all of it. */
  function frameOf(element: Element): Box {
    const { left, top, right, bottom, width } = element.getBoundingClientRect();
    if (!(element instanceof HTMLElement)) return { left, top, right, bottom };
    // What is enlarged as a whole tells its inner lengths as they were before.
    const zoom = element.offsetWidth === 0 ? 1 : width / element.offsetWidth;
    const [x, y] = [left + zoom * element.clientLeft, top + zoom * element.clientTop];
    return { left: x, top: y, right: x + zoom * element.clientWidth, bottom: y + zoom * element.clientHeight };
  }

  function isScroller(element: Element, overflow: string): boolean {
    return (overflow === 'auto' || overflow === 'scroll') && styleOf(element).scrollbarWidth !== 'none';
  }

  function shownPart(box: Box, from: Element): Shown {
    let rest = box;
    for (const element of outwards(from)) {
      if (element === document.documentElement || element === document.body) break;
      if (element instanceof SVGElement && element.tagName !== 'svg') continue;
      const { overflowX, overflowY } = styleOf(element);
      const frame = frameOf(element);
      const isDrawing = element.getAttribute('role') === 'application';
      for (const [low, high, how] of [
        ['left', 'right', overflowX],
        ['top', 'bottom', overflowY],
      ] as const) {
        if (how === 'visible') continue;
        const isOver = rest[low] < frame[low] - slack || rest[high] > frame[high] + slack;
        // A drawing that can be moved tells on which sides it goes on.
        const side = rest[low] < frame[low] - slack ? low : high;
        const goesOn = isDrawing ? element.closest(`[data-more~=${side}]`) !== null : isScroller(element, how);
        if (isOver && !goesOn) return { cutBy: element };
        rest = { ...rest, [low]: Math.max(rest[low], frame[low]), [high]: Math.min(rest[high], frame[high]) };
        if (isOver && rest[low] >= rest[high] - slack) return { away: element };
      }
    }
    return { box: rest };
  }

  function beyondWindow({ left, right, top, bottom }: Box, from: Element): boolean {
    if (left < -slack || right > innerWidth + slack) return true;
    if (top >= -slack && bottom <= innerHeight + slack) return false;
    return !pageScrolls || keepsItsPlace(from);
  }

  /** Whether something stays where it is while the page scrolls. */
  function keepsItsPlace(from: Element): boolean {
    let isSticky = false;
    for (const element of outwards(from)) {
      const { position, overflowY } = styleOf(element);
      if (position === 'fixed') return true;
      if (isSticky && isScroller(element, overflowY)) isSticky = false;
      if (position === 'sticky') isSticky = true;
    }
    return isSticky;
  }

  function hitAt({ left, right, top, bottom }: Box): Element | null {
    return document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  }

  function isIn(hit: Element | null, element: Element): boolean {
    if (hit === null) return false;
    if (element.contains(hit) || hit.closest('label')?.contains(element)) return true;
    return element instanceof SVGElement && element.closest('svg')?.contains(hit) === true;
  }

  /** A sheet that has a way to close it may lie over what it belongs to. */
  function isDismissible(cover: Element): boolean {
    // An alert of the drawn phone lies over its screen, as on a phone.
    if (cover.closest('.glass .sheet')) return true;
    for (let at: Element | null = cover; at !== null && at !== document.body; at = at.parentElement)
      if (styleOf(at).zIndex !== 'auto' && hasWayOut(at)) return true;
    return false;
  }

  function hasWayOut(sheet: Element): boolean {
    return [...sheet.querySelectorAll('button')].some((button) =>
      /close|show all/i.test(`${button.getAttribute('aria-label') ?? ''} ${button.textContent}`),
    );
  }

  /** Everything is put back. */
  function hitAfterScroll(element: Element, box: () => Box): Element | null {
    const scrollers = outwards(element).map((each) => [each, each.scrollLeft, each.scrollTop] as const);
    const [x, y] = [scrollX, scrollY];
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const { left: x1, top: y1, right: x2, bottom: y2 } = box();
    const shown = shownPart({ left: x1, top: y1, right: x2, bottom: y2 }, element);
    const found = 'box' in shown ? hitAt(shown.box) : null;
    for (const [each, left, top] of scrollers) each.scrollTo({ left, top, behavior: 'instant' });
    scrollTo({ left: x, top: y, behavior: 'instant' });
    return found;
  }

  function coverOf(element: Element, box: Box, again: () => Box): Element | null {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return null;
    const hit = hitAt(box);
    if (isIn(hit, element)) return null;
    const scrolls = pageScrolls || outwards(element).some((each) => each.scrollHeight > each.clientHeight + 1);
    const cover = scrolls ? hitAfterScroll(element, again) : hit;
    return cover === null || isIn(cover, element) || isDismissible(cover) ? null : cover;
  }
}
