/** A slide: 16 to 9. */
const W = 1600;
const H = 900;
const EDGE = 64;
const HEAD = 128;
const FOOT = 104;
/** Points of a picture for each of its pixels. */
const SCALE = 2;

/** A mark of the legend: its shape is drawn on a grid of 14. */
export interface LegendEntry {
  readonly word: string;
  readonly colour: string;
  /** What an SVG element of the page draws for it. */
  readonly shape: string;
}

export interface PictureWords {
  readonly title: string;
  /** What stands below the title: at which step, and how it ended. */
  readonly says: string;
  readonly legend: readonly LegendEntry[];
  /** By which the case can be found again. */
  readonly foot: string;
}

/** A drawing of the page as a slide: with its title, its legend and where it comes from. A whole SVG file. */
export function slideOf(drawing: string, words: PictureWords): string {
  const colours = getComputedStyle(document.documentElement);
  const colour = (name: string): string => colours.getPropertyValue(name).trim();
  const font = `font-family="${escaped(colour('--sans'))}"`;
  const inner = placed(drawing, { x: EDGE, y: HEAD, w: W - 2 * EDGE, h: H - HEAD - FOOT });
  const marks = words.legend.map(
    ({ word, colour: own, shape }, index) =>
      `<g transform="translate(${EDGE + (index % 7) * 212} ${H - FOOT + 22 + Math.floor(index / 7) * 30})" ` +
      `color="${own}"><g transform="scale(1.3)">${shape}</g>` +
      `<text x="26" y="15" ${font} font-size="17" fill="${colour('--ink')}">${escaped(word)}</text></g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">`,
    `<title>${escaped(words.title)}</title>`,
    `<rect width="${W}" height="${H}" fill="${colour('--card')}"/>`,
    `<text x="${EDGE}" y="66" ${font} font-size="34" font-weight="650" fill="${colour('--ink')}">` +
      `${escaped(shortened(words.title, 84))}</text>`,
    `<text x="${EDGE}" y="102" ${font} font-size="20" fill="${colour('--ink-2')}">` +
      `${escaped(shortened(words.says, 140))}</text>`,
    inner,
    ...marks,
    `<text x="${W - EDGE}" y="${H - 14}" text-anchor="end" ${font} font-size="14" fill="${colour('--ink-3')}">` +
      `${escaped(words.foot)}</text>`,
    '</svg>',
  ].join('');
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The drawing inside the slide, as large as its place allows. */
function placed(drawing: string, { x, y, w, h }: Place): string {
  const svg = new DOMParser().parseFromString(drawing, 'image/svg+xml').documentElement;
  for (const [name, value] of Object.entries({ x, y, width: w, height: h })) svg.setAttribute(name, String(value));
  svg.setAttribute('preserveAspectRatio', 'xMidYMid meet');
  svg.querySelector('title')?.remove();
  return new XMLSerializer().serializeToString(svg);
}

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The slide as a PNG of twice its size. Throws an Error in plain words where the browser cannot draw it. */
export async function pngOf(slide: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(slide)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = W * SCALE;
  canvas.height = H * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw the picture. Save it as SVG instead.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser cannot draw the picture. Save it as SVG instead.');
  return blob;
}

/** Puts the picture where a slide program takes it from. */
export const copyPicture = async (slide: string): Promise<void> =>
  navigator.clipboard.write([new ClipboardItem({ 'image/png': await pngOf(slide) })]);
