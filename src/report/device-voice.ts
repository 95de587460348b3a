import { newestFirst } from '../model/newest-first.ts';
import { DEVICE_KIND_NAMES, type DeviceKind } from '../model/kinds.ts';
import type { World } from '../model/world.ts';
import { type Source, SOURCES } from '../rulebook/evidence/sources.ts';
import { categoryOf } from '../rulebook/case/case-file.ts';

/*
 * Sentences are written of a phone, for most stories are. Told of an iPad or an iPod they must not say so. They are
 * turned here, in one place and at the last moment, so that whoever writes a sentence need not think of it, and no
 * sentence can be forgotten.
 *
 * “The phone”, “your phone” and the like mean the device that is restored; “the old phone” is the one that made the
 * backup, which may be of another kind. Names that the scenario gives (a title, a device called “Ola’s phone”) and
 * titles of sources are nobody’s to turn. “iPhone” stays: where a rule says it, it means one. On a screen it means
 * this device, and there it is turned too (`onScreen`).
 */

const CALLED: Readonly<Record<DeviceKind, string>> = { iphone: 'phone', ipad: 'iPad', ipod: 'iPod' };

/** Here both are meant, the one that it comes from and the one that it goes to. */
const BOTH = /\bfrom phone to phone\b/g;
const BY_KIND: Readonly<Record<DeviceKind, string>> = { ...CALLED, iphone: 'iPhone' };

/** Not inside a name of ours, such as that of a rule. */
const PHONE = /(?<![\w./-])(?:(an?)(\s+))?((?:old|older|earlier)\s+)?phone(s?)\b(?![./-]\w)(?!\s+numbers?\b)/gi;

/** A text as it is said of the devices of this world. */
export type Voice = (text: string) => string;

const asWritten: Voice = (text) => text;

export function voiceOf(world: World): Voice {
  const now = world.device.kind;
  const old = world.oldPhone?.kind ?? world.backups.toSorted(newestFirst)[0]?.deviceKind ?? now;
  return voiceOfKinds(now, old, () => namesIn(world));
}

/** Where only one device is spoken of, such as the one that is to be handed in, whichever is restored. */
export const voiceOfOne = (world: World, kind: DeviceKind): Voice => voiceOfKinds(kind, kind, () => namesIn(world));

/** Where there is no whole world yet, such as in a case that is still being told. */
export function voiceOfKinds(now: DeviceKind, old: DeviceKind, namesThere: () => RegExp | null = () => null): Voice {
  if (now === 'iphone' && old === 'iphone') return asWritten;
  const names = namesThere();
  const turn = (text: string): string =>
    text
      .replaceAll(BOTH, `from ${BY_KIND[old]} to ${BY_KIND[now]}`)
      .replaceAll(PHONE, (said, article: string | undefined, gap = '', adjective = '', plural = '') => {
        const kind = adjective === '' ? now : old;
        if (kind === 'iphone') return said;
        return `${article === undefined ? '' : `an${gap}`}${adjective}${CALLED[kind]}${plural}`;
      });
  if (names === null) return turn;
  // Split at the names: they stand at the odd places.
  return (text) =>
    text
      .split(names)
      .map((part, place) => (place % 2 === 0 ? turn(part) : part))
      .join('');
}

/** The words of a screen, an alert or a prompt, where “iPhone” is this device. */
export const onScreen = (text: string, kind: DeviceKind): string =>
  kind === 'iphone'
    ? text
    : text.replaceAll('iPhone', DEVICE_KIND_NAMES[kind]).replaceAll(/\bphone\b(?!\s+numbers?\b)/g, CALLED[kind]);

/** Names of the scenario and of sources that hold the word; in a text they may be broken over two lines. */
function namesIn({ device, backups, oldPhone, items, copies }: World): RegExp | null {
  const names = [
    device.name,
    device.model,
    ...(oldPhone ? [oldPhone.name, oldPhone.model] : []),
    ...backups.flatMap((backup) => [backup.id, backup.device, backup.model]),
    ...items.flatMap((item) => [
      item.id,
      item.on,
      item.app,
      item.title === categoryOf(item).title ? undefined : item.title,
    ]),
    ...copies.map(({ where }) => where),
    ...Object.values<Source>(SOURCES).map(({ title }) => title),
  ].filter((name): name is string => name !== undefined && /\bphone/i.test(name));
  if (names.length === 0) return null;
  const longestFirst = [...new Set(names)].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(`(${longestFirst.map(asPattern).join('|')})`, 'u');
}

const asPattern = (name: string): string =>
  name
    .split(/\s+/u)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
    .join(String.raw`\s+`);

/** The same for every sentence in a value: a word without a space is a name of ours, and stays. */
export function spoken<T>(value: T, voice: Voice): T {
  if (voice === asWritten) return value;
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' && part.includes(' ') ? voice(part) : part,
  ) as T;
}
