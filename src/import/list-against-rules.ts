import { must } from '../model/must.ts';
import type { Item, World } from '../model/world.ts';
import { situationAtStart } from '../rulebook/case/situation.ts';
import { decide, questionFor, type Verdict } from '../rulebook/judge/decide.ts';
import { FACTS } from '../rulebook/facts/facts.ts';
import { RULES, type RuleId } from '../rulebook/rules/rules.ts';
import type { Rule } from '../rulebook/tables/rule.ts';
import { caseFileOf } from '../run/case-file-of.ts';
import { BACKUP_ID } from './scenario-of-backup.ts';

/** Where the list of a backup and the rule book do not agree: both sides, for whoever keeps the rules right. */
export interface Disagreement {
  readonly item: string;
  readonly title: string;
  readonly backup: string;
  readonly ruleBook: string;
  readonly rule: string;
}

/** A kind of data that people look for and that the list does not name. */
export interface AbsentKind {
  readonly item: string;
  readonly title: string;
  readonly why: string;
  readonly rule: string;
  /** No rule explains it: there may have been none on the device. */
  readonly isUnexplained: boolean;
}

const ruleNamed = (id: string): Rule => RULES[id as RuleId];

/** What the rows of capture say of an item of the backup. */
function captured(world: World, item: Item): Verdict | null {
  const file = caseFileOf(world);
  const situation = { ...situationAtStart(file), erased: false, backup: BACKUP_ID };
  return decide(questionFor(file, item, situation), ['capture']);
}

/** The same world with nobody having looked into the list: what the rule book alone would say. */
const withoutList = (world: World): World => ({
  ...world,
  backups: world.backups.map((backup) => ({ ...backup, list: 'not-read', keychain: 'as-encrypted' })),
});

export function disagreementsOf(world: World): readonly Disagreement[] {
  const unread = withoutList(world);
  const file = caseFileOf(unread);
  const situation = { ...situationAtStart(file), erased: false, backup: BACKUP_ID };
  const named = world.items.flatMap((item): Disagreement[] => {
    if (item.listed !== 'yes') return [];
    const verdict = decide(questionFor(file, item, situation), ['capture']);
    if (verdict === null || verdict.outcome === 'unknown') return [];
    return [
      {
        item: item.id,
        title: item.title,
        backup: 'The list of the backup names it.',
        ruleBook: ruleNamed(verdict.rule).says,
        rule: verdict.rule,
      },
    ];
  });
  return [...named, ...ofTheKeychain(world)];
}

function ofTheKeychain({ backups, items }: World): Disagreement[] {
  const backup = backups.find(({ id }) => id === BACKUP_ID);
  const item = items.find(({ category }) => category === 'passwords');
  if (!backup || !item || backup.keychain === 'as-encrypted' || backup.encrypted === 'unknown') return [];
  const isUsual = (backup.keychain === 'moves') === (backup.encrypted === 'yes');
  if (isUsual) return [];
  const rule =
    backup.encrypted === 'yes' ? 'keychain/tied-by-the-key-bag' : 'keychain/locked-without-a-backup-password';
  return [
    {
      item: item.id,
      title: item.title,
      backup: `The key bag ${must(FACTS['backup.keychain'].values[backup.keychain], 'words of a key bag')}.`,
      ruleBook:
        backup.encrypted === 'yes'
          ? 'An encrypted backup lets them move to another device.'
          : 'A backup without a password ties them to the device that made it.',
      rule,
    },
  ];
}

/** The row that says no more than that the list does not name it. */
const BY_THE_LIST: RuleId = 'capture/not-on-its-list';

export function absentKinds(world: World): readonly AbsentKind[] {
  return world.items.flatMap((item): AbsentKind[] => {
    if (item.listed !== 'no') return [];
    const verdict = captured(world, item);
    const rule = verdict?.rule ?? BY_THE_LIST;
    const isUnexplained = rule === BY_THE_LIST;
    return [
      {
        item: item.id,
        title: item.title,
        why: isUnexplained
          ? 'The list of the backup does not name it, and no rule says why. There may have been none on the device.'
          : ruleNamed(rule).says,
        rule,
        isUnexplained,
      },
    ];
  });
}
