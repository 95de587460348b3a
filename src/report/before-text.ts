import { formatBytes, formatCount } from '../model/bytes.ts';
import type { DeviceKind } from '../model/kinds.ts';
import { must } from '../model/must.ts';
import { spokenNames } from '../model/spoken-names.ts';
import type { Item, World } from '../model/world.ts';
import type { ServiceId } from '../model/services.ts';
import { DAYS_UNTIL_DELETION, mayBeDeleted } from '../rulebook/case/listing.ts';
import { type BeforeActRow, BEFORE_ACTS, type BeforeActId } from '../rulebook/tables/before-acts.ts';
import { caseFileOf } from '../run/case-file-of.ts';
import { type AnswerPart, further, mainly } from './answer-part.ts';
import { voiceOf, voiceOfOne } from './device-voice.ts';
import { serviceWords } from './service-words.ts';
import { hangingIndent, sanitise } from './layout.ts';
import { type Page, titlesOf } from './story-text.ts';
import { things } from './word-parts.ts';

/** The answer as its words need it. */
export interface BeforeToTell {
  readonly may: 'yes' | 'no' | 'unknown';
  readonly phone: { readonly name: string; readonly starts: boolean } | null;
  readonly items: readonly string[];
  readonly onlyHere: readonly string[];
  readonly boundHere: readonly string[];
  readonly boundToItsKind: readonly string[];
  readonly goes: boolean;
  readonly open: readonly { readonly ask: string; readonly items: readonly string[] }[];
  readonly acts: readonly {
    readonly act: BeforeActId;
    readonly service: ServiceId | null;
    readonly saves: readonly string[];
  }[];
  readonly lostAnyway: readonly string[];
  readonly inABackup: readonly string[];
  readonly tooNew: readonly string[];
  readonly unreached: readonly string[];
  readonly elsewhere: readonly string[];
  readonly madeAnew: readonly string[];
  readonly undelivered: readonly string[];
  readonly sealedInStore: readonly string[];
}

/** The question of a page, of the device that the answer is about: where a story has two, of the one that is left. */
export function beforeAsks(world: World, phone: { readonly name: string; readonly kind: DeviceKind } | null): string {
  if (phone === null) return voiceOf(world)('May the phone be erased or handed in before it begins?');
  const which = phone.name === world.device.name ? 'the phone' : 'the old phone';
  return voiceOfOne(world, phone.kind)(`May ${which} be erased or handed in before it begins?`);
}

/** `Yes.`, `No.` or `Not known.`, and why. */
export function beforeHeadline(answer: BeforeToTell): string {
  const { may, phone, items, boundHere, open } = answer;
  if (!phone) return 'Yes. This story has no phone that could still be erased, so nothing can be lost by it.';
  const on = `“${sanitise(phone.name)}”`;
  switch (may) {
    case 'yes':
      return items.length === 0
        ? `Yes. Nothing of this story is on ${on}.`
        : boundHere.length > 0
          ? `Yes to erase and restore ${on}, no to hand it in: ${things(boundHere.length)} of ` +
            `${formatCount(items.length)} ${boundHere.length === 1 ? 'opens' : 'open'} on this very phone alone.`
          : yesToAll(answer, on);
    case 'no':
      return noFor(answer, phone, on);
    case 'unknown':
      return `Not known. Ask: ${open.map(({ ask }) => ask).join(' ')}`;
  }
}

function noFor(
  { items, onlyHere, boundHere, unreached, goes }: BeforeToTell,
  { starts }: { readonly starts: boolean },
  on: string,
): string {
  const lost = onlyHere.length + (goes ? boundHere.length : 0);
  const of = formatCount(items.length);
  if (lost === 0)
    return (
      `Not yet. ${things(unreached.length)} of ${of} on ${on} ${unreached.length === 1 ? 'has' : 'have'} no other ` +
      'copy than one in iCloud, under an account that nobody can sign in to now.'
    );
  return (
    `No. ${things(lost)} of ${of} on ${on} would be lost with it.` +
    (starts ? '' : ' It cannot be switched on, so nothing can be done on it first.')
  );
}

function yesToAll(answer: BeforeToTell, on: string): string {
  const { items, madeAnew, undelivered, sealedInStore, tooNew, goes } = answer;
  const gone = undelivered.length + sealedInStore.length;
  if (tooNew.length > 0)
    return (
      `Yes for the copies of what is on ${on}, but ${things(tooNew.length)} of ${formatCount(items.length)} could ` +
      (goes
        ? 'not be put onto the other device yet: see what that one cannot take.'
        : 'not be put back onto it yet: see what it cannot take.')
    );
  if (gone > 0)
    return (
      `Yes for what is on ${on}, but ${things(gone)} of ${formatCount(items.length)} would not come back by ` +
      `${gone === 1 ? 'itself' : 'themselves'}: see what the store does not bring again.`
    );
  const anew = madeAnew.length === 0 ? '' : ', or is set up anew';
  return `Yes. Everything on ${on} is somewhere else too${anew} (${things(items.length)}).`;
}

/** One act in words: what to do, where, and what for. */
export interface ActInWords {
  readonly title: string;
  readonly how: string;
  readonly saves: string;
  readonly cites: readonly string[];
}

export function actWords(world: World, { act, service, saves }: BeforeToTell['acts'][number]): ActInWords {
  const { title, how, when, onlyIf, cites }: BeforeActRow = BEFORE_ACTS[act];
  const what = service === null ? '' : serviceWords(service);
  const named = namesOf(world, saves);
  return {
    title: service === null ? title : `${title}: ${what}`,
    how: how.replace('{what}', what),
    saves:
      saves.length === 0
        ? ''
        : when === 'at the erase'
          ? `For: ${named}.`
          : `It saves${onlyIf === undefined ? '' : `, if ${onlyIf}`}: ${named}.`,
    cites,
  };
}

function namesOf(world: World, ids: readonly string[]): string {
  const items = new Map<string, Item>(world.items.map((item) => [item.id, item]));
  const known = ids.map((id) => must(items.get(id), id));
  const bytes = known.reduce((sum, item) => sum + item.bytes, 0);
  return `${titlesOf(known)}${bytes > 0 ? ` (${formatBytes(bytes)})` : ''}`;
}

const main = (title: string, says: readonly string[]): AnswerPart => ({ title, says: says.map(mainly) });
const more = (title: string, says: readonly string[]): AnswerPart => ({ title, says: says.map(further) });

/** What stands around the acts: what is only here, what to ask, and where the rest is. */
export function beforeParts(world: World, answer: BeforeToTell): readonly AnswerPart[] {
  return [...beforeTheActs(world, answer), ...afterTheActs(world, answer)];
}

function beforeTheActs(
  world: World,
  { onlyHere, boundHere, boundToItsKind, open }: BeforeToTell,
): readonly AnswerPart[] {
  const toThePhone = boundHere.filter((id) => !boundToItsKind.includes(id));
  return [
    more('Only on this phone', onlyHere.length === 0 ? [] : [`${namesOf(world, onlyHere)}.`]),
    more(
      'Only with this phone',
      toThePhone.length === 0
        ? []
        : [`${namesOf(world, toThePhone)}. A backup holds it and gives it to this very phone alone.`],
    ),
    more(
      'Not for the other device',
      boundToItsKind.length === 0
        ? []
        : [
            `${namesOf(world, boundToItsKind)}. A backup holds it, and “${sanitise(world.device.name)}” does not ` +
              'take it from there. Another device like this one does.',
          ],
    ),
    main(
      'What to ask',
      open.map(({ ask, items }) => `${ask} It is not known of: ${namesOf(world, items)}.`),
    ),
  ];
}

function afterTheActs(world: World, answer: BeforeToTell): readonly AnswerPart[] {
  const { lostAnyway, inABackup, elsewhere, madeAnew } = answer;
  const all = (says: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`${says}: ${namesOf(world, ids)}.`];
  return [
    main(
      'What nothing known here saves',
      lostAnyway.length === 0 ? [] : [`${namesOf(world, lostAnyway)}. No act that this program knows keeps it.`],
    ),
    main('What the store does not bring again', [
      ...all('The store does not deliver it again', answer.undelivered),
      ...all('Only with the password of the account that bought it, which nobody knows', answer.sealedInStore),
    ]),
    main(
      'What nobody can reach yet',
      answer.unreached.length === 0
        ? []
        : [
            `${namesOf(world, answer.unreached)}. It is known to be in iCloud alone, under an account that nobody ` +
              'can sign in to now. Keep the phone as it is until somebody can, or until there is another copy. ' +
              '(LS-12, EL-03)',
          ],
    ),
    main(
      answer.goes ? 'What the other device cannot take yet' : 'What it cannot take back yet',
      answer.tooNew.length === 0
        ? []
        : [
            `${namesOf(world, answer.tooNew)}. Only a backup of a newer iOS holds this than ` +
              `“${sanitise(world.device.name)}” can run. ` +
              `${answer.goes ? 'Keep the phone' : 'Leave it as it is'} until it is there in another way. (EL-01)`,
          ],
    ),
    more('Where the rest is', [
      ...all('In a backup that can still be used', inABackup),
      ...all('In a store, with a service, or in another place', elsewhere),
      ...all('In no copy, and none is needed, for it is set up or issued anew', madeAnew),
    ]),
    more('What this does not say', [
      'That there is another copy does not mean that it comes back by itself: ask which way brings most.',
      ...(answer.inABackup.length === 0 ? [] : agedBackups(world)),
    ]),
  ];
}

/** EL-04: what is taken as still there, and may be gone. */
const agedBackups = (world: World): readonly string[] => {
  const file = caseFileOf(world);
  return world.backups
    .filter((backup) => mayBeDeleted(file, backup))
    .map(
      ({ id }) =>
        `That ${spokenNames(world).backup(id)} is still there: no backup of its device has gone to iCloud for over ` +
        `${DAYS_UNTIL_DELETION} days, and after that Apple may delete it. Look for it in the list first. (EL-04)`,
    );
};

/** The acts in their order, with the facts behind each. */
const actsPart = (world: World, { acts }: BeforeToTell): AnswerPart =>
  main(
    'What to do first, in this order',
    acts.map((planned, index) => {
      const { title, how, saves, cites } = actWords(world, planned);
      return [`${index + 1}. ${title}. ${how}`, saves, `(${cites.join(', ')})`]
        .filter((words) => words !== '')
        .join(' ');
    }),
  );

/** Whether a phone may be erased, as a person reads it. */
export function beforeAsText(world: World, answer: BeforeToTell, { paint, width }: Page): string {
  return [
    ...hangingIndent('', beforeHeadline(answer), width).map(paint.title),
    ...[...beforeTheActs(world, answer), actsPart(world, answer), ...afterTheActs(world, answer)]
      .filter(({ says }) => says.length > 0)
      .flatMap(({ title, says }) => [
        '',
        paint.heading(title),
        ...says.flatMap(({ text }) => hangingIndent('  ', sanitise(text), width)),
      ]),
    '',
  ].join('\n');
}
