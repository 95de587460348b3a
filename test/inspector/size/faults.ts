import type { Box, Sight } from './sight.ts';

/** A line of words on the page, without the air above and below its letters. */
interface Words {
  readonly node: Text;
  readonly element: Element;
  readonly boxes: readonly Box[];
}

/**
 * What a person cannot reach or read on the page as it stands. Runs inside the page, so it uses nothing from around it
 * but `makeSight`, which `sightInPage` has become there.
 */
export async function faultsInPage(): Promise<readonly string[]> {
  const LEAST_TEXT = 11;
  const LEAST_TOUCH = 44;
  /** Something that scrolls in less than two lines is not seen to scroll. */
  const LEAST_SCROLLER = 32;
  const CONTROLS =
    'button, a[href], input, select, textarea, summary, [role=button], [role=slider], [role=switch], [role=grid]';
  const { makeSight } = globalThis as unknown as { readonly makeSight: () => Sight };

  // Observers of sizes answer one frame later, and what they say is painted in the next.
  for (let frame = 0; frame < 2; frame += 1) await new Promise((painted) => requestAnimationFrame(painted));
  const {
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
  } = makeSight();
  const isCoarse = matchMedia('(pointer: coarse)').matches;
  const hasNoHover = matchMedia('(hover: none)').matches;
  const faults = new Set<string>();
  const words = wordsIn(root);
  for (const control of root.querySelectorAll(CONTROLS)) checkControl(control);
  for (const each of words) checkWords(each);
  for (const element of root.querySelectorAll<HTMLElement>('*')) checkScroller(element);
  for (const round of root.querySelectorAll('svg:not([role=application]) circle')) checkRound(round);
  checkOverlaps();
  const wider = document.documentElement.scrollWidth - innerWidth;
  if (wider > 1) faults.add(`the page is ${wider} px wider than the window`);
  return [...faults];

  function checkControl(control: Element): void {
    if (isShut(control) || control.closest('[inert]') || styleOf(control).pointerEvents === 'none') return;
    const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const isDrawn = control instanceof SVGElement;
    if (hasNoHover && outwards(control).some((each) => styleOf(each).opacity === '0' && each.tagName !== 'INPUT'))
      faults.add(`seen only under a hovering pointer: ${nameOf(control)}`);
    if (isCoarse && !isDrawn && control.tagName === 'BUTTON' && height < LEAST_TOUCH - 0.5)
      faults.add(`${Math.round(height)} px high for a finger: ${nameOf(control)}`);
    // Of a part of a drawing that can be moved, the middle has to be there.
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const box = isDrawn ? { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 } : { left, top, right, bottom };
    const shown = shownPart(box, control.parentElement ?? control);
    if ('cutBy' in shown) faults.add(`control cut by ${nameOf(shown.cutBy)}: ${nameOf(control)}`);
    if (!('box' in shown)) return;
    if (beyondWindow(shown.box, control)) {
      faults.add(`control beyond the window: ${nameOf(control)}`);
      return;
    }
    const cover = coverOf(control, shown.box, () => control.getBoundingClientRect());
    if (cover) faults.add(`control under ${nameOf(cover)}: ${nameOf(control)}`);
  }

  function wordsIn(within: Element): Words[] {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const found: Words[] = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const element = node.parentElement;
      if (!element || node.data.trim() === '' || isShut(element)) continue;
      if (['option', 'optgroup', 'script', 'style', 'title'].includes(element.tagName.toLowerCase())) continue;
      range.selectNodeContents(node);
      const boxes = linesOf(range);
      if (boxes.length > 0) found.push({ node, element, boxes });
    }
    return found;
  }

  function linesOf(range: Range): Box[] {
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 0.5 && height > 0.5)
      .map(({ left, right, top, bottom, height }) => ({
        left,
        right,
        top: top + height * 0.2,
        bottom: bottom - height * 0.2,
      }));
  }

  /** In pixels of the window, also inside a drawing that is reduced. */
  function sizeOf(element: Element): number {
    const size = Number.parseFloat(styleOf(element).fontSize);
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
    return matrix === null
      ? size * element.currentCSSZoom
      : size * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
  }

  function checkWords({ node, element, boxes }: Words): void {
    const size = sizeOf(element);
    if (size < LEAST_TEXT - 0.05) faults.add(`${size.toFixed(1)} px small: ${nameOf(element)}`);
    for (const [line, box] of boxes.entries()) {
      const fault = faultOfLine(box, line, node, element);
      if (fault === null) continue;
      faults.add(`${fault}: ${nameOf(element)}`);
      return;
    }
  }

  function faultOfLine(box: Box, line: number, node: Text, element: Element): string | null {
    const shown = shownPart(box, element);
    if ('cutBy' in shown) return isToldElsewhere(shown.cutBy, node) ? null : `words cut by ${nameOf(shown.cutBy)}`;
    if (!('box' in shown)) return null;
    if (beyondWindow(shown.box, element)) return 'words beyond the window';
    if (styleOf(element).pointerEvents === 'none' || element.closest('[inert]')) return null;
    // The same line again: the middle of words that go on in a second line can lie in their neighbour's.
    const cover = coverOf(element, shown.box, () => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return linesOf(range)[line] ?? box;
    });
    // Between the lines of a paragraph lies the paragraph itself.
    return cover && !cover.contains(element) ? `words under ${nameOf(cover)}` : null;
  }

  /** What an ellipsis leaves out stands whole in another place that is seen. */
  function isToldElsewhere(cut: Element, { data }: Text): boolean {
    return words.some(
      ({ node, element, boxes }) =>
        !cut.contains(node) &&
        node.data.includes(data.trim()) &&
        boxes.every((box) => 'box' in shownPart(box, element)),
    );
  }

  function checkScroller(element: HTMLElement): void {
    if (element instanceof SVGElement || isShut(element)) return;
    const { overflowX, overflowY, scrollbarWidth } = styleOf(element);
    const isWide = overflowX === 'auto' && element.scrollWidth > element.clientWidth + slack;
    const isHigh = overflowY === 'auto' && element.scrollHeight > element.clientHeight + slack;
    if ((isWide || isHigh) && scrollbarWidth === 'none') faults.add(`scrolls without a scrollbar: ${nameOf(element)}`);
    if (isHigh && element.clientHeight > 0 && element.clientHeight < LEAST_SCROLLER)
      faults.add(`scrolls in ${element.clientHeight} px of height: ${nameOf(element)}`);
  }

  /** A sun or a wheel that is cut flat. */
  function checkRound(round: Element): void {
    if (isShut(round)) return;
    const { left, top, right, bottom } = round.getBoundingClientRect();
    const shown = shownPart({ left, top, right, bottom }, round.parentElement ?? round);
    if ('cutBy' in shown) faults.add(`a round thing cut by ${nameOf(shown.cutBy)}`);
  }

  function checkOverlaps(): void {
    const seen = words.flatMap(({ node, element, boxes }) =>
      boxes.flatMap((box) => {
        const shown = shownPart(box, element);
        if (!('box' in shown)) return [];
        const hit = hitAt(shown.box);
        const isOnTop = isIn(hit, element) || hit?.contains(element) === true;
        const { left, right, top, bottom } = shown.box;
        return isOnTop ? [{ node, element, left: left + 1, right: right - 1, top: top + 1, bottom: bottom - 1 }] : [];
      }),
    );
    seen.sort((a, b) => a.top - b.top);
    for (const [index, a] of seen.entries()) {
      for (let next = index + 1; next < seen.length; next += 1) {
        const b = seen[next];
        if (!b || b.top >= a.bottom) break;
        const meet = {
          left: Math.max(a.left, b.left),
          right: Math.min(a.right, b.right),
          top: Math.max(a.top, b.top),
          bottom: Math.min(a.bottom, b.bottom),
        };
        if (a.node === b.node || meet.left >= meet.right) continue;
        const top = hitAt(meet);
        if (top === null || !isDismissible(top))
          faults.add(`words over words: ${nameOf(a.element)} and ${nameOf(b.element)}`);
      }
    }
  }
}
