import type { Measure } from './flow.ts';

const SIZES = { plain: '400 12.5px', strong: '600 12.5px', code: '450 11px' } as const;
const cache = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** The width that the browser will draw a text with, in the page's own type. */
export const measureText: Measure = (text, weight) => {
  const key = `${weight} ${text}`;
  let width = cache.get(key);
  if (width === undefined) {
    pen ??= document.createElement('canvas').getContext('2d');
    const family =
      getComputedStyle(document.documentElement)
        .getPropertyValue(weight === 'code' ? '--mono' : '--sans')
        .trim() || 'sans-serif';
    if (pen) pen.font = `${SIZES[weight]} ${family}`;
    width = Math.ceil(pen?.measureText(text).width ?? text.length * 7);
    if (cache.size > 5000) cache.clear();
    cache.set(key, width);
  }
  return width;
};
