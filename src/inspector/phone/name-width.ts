const SIZE = 100;
/** What rounding may add. */
const SPARE = 0.02;
const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** The width of the widest word of some names, in ems of the page's own type: a column so wide breaks none of them. */
export function widestWord(names: readonly string[]): number {
  return Math.max(1, ...names.flatMap((name) => name.split(/\s+/)).map(widthOf)) + SPARE;
}

function widthOf(word: string): number {
  const known = widths.get(word);
  if (known !== undefined) return known;
  pen ??= document.createElement('canvas').getContext('2d');
  const family = getComputedStyle(document.documentElement).getPropertyValue('--sans').trim();
  if (pen) pen.font = `400 ${SIZE}px ${family}`;
  const width = pen ? pen.measureText(word).width / SIZE : word.length * 0.6;
  if (widths.size > 2000) widths.clear();
  widths.set(word, width);
  return width;
}
