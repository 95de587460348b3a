/** What XML 1.0 has no way to write at all: control characters, and half a surrogate pair. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as it stands in an element or in an attribute. */
export const xmlText = (text: string): string =>
  text.replaceAll(UNWRITABLE, '\uFFFD').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** An element; what is absent among its parts is left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly inside: string | readonly (XmlElement | undefined)[];
}

export const xml = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  inside: XmlElement['inside'] = [],
): XmlElement => ({ name, attributes, inside });

export const xmlDocument = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;

function written({ name, attributes, inside }: XmlElement, indent: string): string {
  const said = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${xmlText(value)}"`,
  );
  const head = `${indent}<${name}${said.join('')}`;
  if (typeof inside === 'string') return `${head}>${xmlText(inside)}</${name}>`;
  const parts = inside.flatMap((part) => (part === undefined ? [] : written(part, `${indent}  `)));
  return parts.length === 0 ? `${head}/>` : `${head}>\n${parts.join('\n')}\n${indent}</${name}>`;
}

/**
 * A text of at most so many characters, as the standards count them or less: a longer one is cut before the last word
 * that does not fit, or within it, and never inside a character.
 */
export function cutTo(length: number, text: string): string {
  const whole = text.replaceAll(/\s+/g, ' ').trim();
  if (whole.length <= length) return whole;
  const head = whole.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const atWord = head.slice(0, head.lastIndexOf(' ') + 1).trimEnd();
  return `${atWord.length > length / 2 ? atWord : head}…`;
}

/** A name that may stand as an identifier in XML, in a file system and in an LMS. */
export const safeName = (text: string): string => text.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
