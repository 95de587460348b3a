/** What a drawing needs to look the same without the page's style sheets. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
  'pointer-events',
] as const;

/** A drawing as a file of its own: every style as an attribute, the whole of it in view, on the card's colour. */
export function standaloneSvg(
  svg: SVGSVGElement,
  size: { readonly w: number; readonly h: number },
  title: string,
): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [[...svg.querySelectorAll('*')], [...copy.querySelectorAll('*')]];
  for (const [place, original] of originals.entries()) {
    const twin = copies[place];
    if (twin) settle(original, twin);
  }
  for (const unseen of copy.querySelectorAll('[data-hit], foreignObject')) unseen.remove();
  for (const name of copy.getAttributeNames()) copy.removeAttribute(name);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(size.w));
  copy.setAttribute('height', String(size.h));
  copy.setAttribute('viewBox', `0 0 ${size.w} ${size.h}`);
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  name.textContent = title;
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [key, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', getComputedStyle(document.documentElement).getPropertyValue('--card').trim()],
  ] as const)
    ground.setAttribute(key, value);
  copy.prepend(name, ground);
  return new XMLSerializer().serializeToString(copy);
}

function settle(original: Element, twin: Element): void {
  const style = getComputedStyle(original);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    if (value !== '' && value !== 'normal') twin.setAttribute(property, value);
  }
  for (const name of twin.getAttributeNames())
    if (/^(class|style|tabindex|role|aria-|data-(?!hit))/.test(name)) twin.removeAttribute(name);
}
