import { listedOr } from '../model/listed.ts';
import { orNull } from '../model/optional.ts';
import { spokenDatum, type SpokenNames } from '../model/spoken-names.ts';
import { FATES, type Fate, type Gate, GATES, OUTCOMES } from '../model/fates.ts';
import { formatCount } from '../model/bytes.ts';
import { accountInWords } from '../model/account-names.ts';
import { BLOCKS } from '../rulebook/case/blocks.ts';
import { ENROLMENTS, type Situation } from '../rulebook/case/situation.ts';
import { FACTS } from '../rulebook/facts/facts.ts';
import type { JournalLine, LineOf } from '../run/journal-line.ts';
import { saidBy } from '../run/machines.ts';
import { buttonWords } from './event-sentences.ts';

export const gateInside = (gate: Gate): string => {
  const title = GATES[gate].title.toLowerCase();
  return gate === 'phone' ? title : `at ${title}`;
};
export const fateInside = (outcome: Fate | 'eligible'): string =>
  outcome === 'eligible' ? outcome : FATES[outcome].word.toLowerCase();
export const byRule = (rule: string | null): string => (rule === null ? '' : ` by ${rule}`);
export const ofAccount = (account: string | undefined, names: Pick<SpokenNames, 'account'>): string =>
  account === undefined ? '' : ` (${names.account(account)})`;
/** Whose a password or a code is. */
export const ownerOf = (account: string, names: Pick<SpokenNames, 'account'>): string =>
  `that of ${names.account(account)}`;
export const things = (count: number): string => `${formatCount(count)} ${count === 1 ? 'item' : 'items'}`;

type Difference = LineOf<'conditions.compared'>['differences'][number];
export const differenceWords = ({ fact, backup, now }: Difference): string =>
  `${FACTS[fact].title}: ${backup} → ${now}`;

/** What is not as it was, one by one; then what is, in one line. */
export function comparedWords(compared: readonly Difference[], words: (difference: Difference) => string): string[] {
  const same = compared.filter(({ backup, now }) => backup === now);
  return [
    ...compared.filter((one) => !same.includes(one)).map(words),
    ...(same.length === 0
      ? []
      : [`The same then and now: ${same.map(({ fact, now }) => `${FACTS[fact].title} (${now})`).join(', ')}`]),
  ];
}

export function endWords({ outcome, because }: Pick<LineOf<'restore.ended'>, 'outcome' | 'because'>): string {
  const { word, means } = OUTCOMES[outcome];
  return `${word}. ${means}${because === null ? '' : ` ${BLOCKS[because]}.`}`;
}

const valueWords = (value: string | number | boolean | null): string =>
  value === null ? 'none' : value === true ? 'yes' : value === false ? 'no' : String(value);

export const refusalDetails = ({ guards, possible }: LineOf<'refused'>, names: SpokenNames): string[] => [
  ...guards
    .map(({ values }) =>
      Object.entries(values)
        .map(
          ([name, value]) =>
            `${name}: ${typeof value === 'string' ? spokenDatum(name, value, names) : valueWords(value)}`,
        )
        .join(', '),
    )
    .filter((text) => text !== ''),
  possible.length > 0 ? `Possible now: ${possible.map(buttonWords).join(', ')}.` : 'Nothing can be done here but wait.',
];

/** The meanings of states; their names where they have none. */
export function stateWords(actor: string, states: readonly string[]): string {
  const says = states.map((state) => saidBy(actor, state, 'says')).filter((words) => words !== undefined);
  return says.length > 0 ? says.join('; ') : states.join(', ');
}

/** The meanings of the states that were entered last. */
export function enteredWords(lines: readonly JournalLine[]): string[] {
  const entered = lines.filter((line) => line.type === 'transition' || line.type === 'actor.started').toReversed();
  const said = entered.flatMap(({ actor, states }) => states.map((leaf) => saidBy(actor, leaf, 'says')));
  const first = said.find((says) => says !== undefined);
  return first === undefined ? [] : [`${first}.`];
}

const SETTLED: Readonly<Record<keyof Situation, string>> = {
  backup: 'backup',
  account: 'account',
  ios: 'iOS',
  passcode: 'passcode',
  erased: 'erased',
  esim: 'the eSIM at the erase',
  replaced: 'its contents replaced by a computer',
  appsDeleted: 'apps deleted',
  appsInstalled: 'apps installed by hand',
  ownRestored: 'apps that restored their own backup',
  ownMoved: 'apps that moved their data themselves',
  appsStuck: 'apps whose download stands still',
  appsOffloaded: 'apps offloaded',
  signedOut: 'signed out of',
  restartForced: 'a restart forced while data were moved into place',
  appsWithoutRoom: 'apps that have no room to come',
  serversEmptied: 'apps that sent their empty state',
  unlocked: 'opened with its previous passcode',
  full: 'no room left',
  blocked: 'what stands in the way',
  ended: 'the restore',
  passwordsGiven: 'passwords given for',
  passwordsSkipped: 'passwords skipped for',
  loggedIn: 'logged in to',
  keychainPasscode: 'passcode of the older device',
  enrolment: 'the enrolment',
  wiped: 'erased by the service',
  unmanaged: 'management ended before the restore',
  besides: 'the other account',
  left: 'signed out',
  copies: 'copies of what iCloud keeps',
  returned: 'signed in again',
  route: 'another way than planned',
  line: 'the eSIM line',
  watch: 'the watch',
};

const ACCOUNTS: ReadonlySet<keyof Situation> = new Set(['account', 'besides', 'left', 'returned']);
const ACCOUNT_LISTS: ReadonlySet<keyof Situation> = new Set(['passwordsGiven', 'passwordsSkipped']);

export const settledWords = ({ changed }: LineOf<'situation.changed'>): string =>
  (Object.keys(SETTLED) as (keyof Situation)[])
    .filter((name) => changed[name] !== undefined)
    .map((name) => `${SETTLED[name]}: ${settledValue(changed, name)}`)
    .join(', ');

function settledValue(changed: Partial<Situation>, name: keyof Situation): string {
  const value = orNull(changed[name]);
  if (name === 'blocked') return changed.blocked ? BLOCKS[changed.blocked] : 'nothing';
  if (name === 'enrolment' && changed.enrolment) return ENROLMENTS[changed.enrolment];
  if (ACCOUNTS.has(name) && value !== null) return accountInWords(String(value));
  if (Array.isArray(value)) return listedOr('none', value.map(ACCOUNT_LISTS.has(name) ? accountInWords : String));
  return valueWords(value as string | number | boolean | null);
}
