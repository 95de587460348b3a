import { describe, expect, test } from 'vitest';
import type { Route } from '../../../../src/model/kinds.ts';
import { CATEGORIES } from '../../../../src/rulebook/categories/categories.ts';
import type { Category } from '../../../../src/rulebook/categories/category.ts';
import { type Verdict, decide } from '../../../../src/rulebook/judge/decide.ts';
import { KNOBS } from './knobs.ts';
import { type Draft, FREEZE, build, categoryIds, draft } from './one-item-world.ts';

/** What the table of categories promises, and what the rules say, are the same thing. */
describe.each(categoryIds)('%s', (category) => {
  const { icloud, computer, returns, protection }: Category = CATEGORIES[category];
  const keptBy = (d: Draft): Draft => {
    d.device['name'] = 'old iPhone';
    return d;
  };
  const fate = (route: Route, change: (d: Draft) => void = () => {}): Verdict | null => {
    const d = keptBy(draft());
    change(d);
    return decide(build(d, 'modern', route, category).question, FREEZE);
  };
  const never = { gate: 'capture', outcome: 'never-in-backup' };

  test('comes back from an iCloud backup on the same device as far as the table says', () => {
    if (icloud === 'never' && returns !== 'store') expect(fate('icloud')).toMatchObject(never);
    else if (icloud === 'until-ios-10') {
      expect(fate('icloud')).toMatchObject(never);
      expect(fate('icloud', (d) => KNOBS['backup.ios']?.(d, 'ios-10.1'))).toBeNull();
    } else if (icloud === 'open-since-ios-12' || icloud === 'open-since-ios-13') {
      const said = (word: string) => (d: Draft) => void (d.item['inBackup'] = word);
      expect(fate('icloud')).toMatchObject({ gate: 'capture', outcome: 'unknown', missing: 'item.in-backup' });
      expect(fate('icloud', said('no'))).toMatchObject(never);
      expect(fate('icloud', said('yes'))).toBeNull();
      expect(fate('icloud', (d) => KNOBS['backup.ios']?.(d, 'ios-10.1'))).toBeNull();
    } else expect(fate('icloud')).toBeNull();
    if (icloud === 'unless-synced')
      expect(fate('icloud', (d) => void (d.service.atBackup = 'on'))).toMatchObject(never);
  });

  test('comes back from a computer backup on the same device as far as the table says', () => {
    const encrypted = (d: Draft): void => void (d.backup['encrypted'] = 'yes');
    const storeDelivers = returns === 'store' || category === 'ringtones';
    if (computer === 'never' && !storeDelivers) expect(fate('computer', encrypted)).toMatchObject(never);
    else if (computer === 'until-ios-12')
      expect(fate('computer', (d) => (encrypted(d), KNOBS['backup.ios']?.(d, 'ios-12.0')))).toBeNull();
    else if (computer !== 'not-settled-unless-synced') expect(fate('computer', encrypted)).toBeNull();
    if (computer === 'encrypted-only') expect(fate('computer')).toMatchObject(never);
    if (computer === 'until-ios-12') {
      expect(fate('computer', (d) => KNOBS['backup.ios']?.(d, 'ios-11.0'))).toBeNull();
      expect(fate('computer', (d) => KNOBS['backup.ios']?.(d, 'ios-12.0'))).toMatchObject(never);
    }
    const onInICloud = (d: Draft): void => void (d.service.atBackup = 'on');
    const open = { gate: 'capture', outcome: 'unknown', missing: 'item.in-backup' };
    if (computer === 'not-settled-unless-synced') {
      expect(fate('computer')).toMatchObject(open);
      expect(fate('computer', onInICloud)).toMatchObject(never);
    }
    if (computer === 'disputed-if-synced') {
      expect(fate('computer', onInICloud)).toMatchObject(open);
      const said = (word: string) => (d: Draft) => (onInICloud(d), void (d.item['inBackup'] = word));
      expect(fate('computer', said('no'))).toMatchObject(never);
      expect(fate('computer', said('yes'))).toBeNull();
    }
    if (computer === 'unless-synced')
      expect(fate('computer', (d) => void (d.service.atBackup = 'on'))).toMatchObject(never);
  });

  test('comes over from the old phone as far as the table says', () => {
    const { direct } = CATEGORIES[category];
    const verdict = decide(build(draft(), 'modern', 'direct', category).question, FREEZE);
    if (verdict === null) expect(direct).toBe('comes');
    else if (direct === 'not-stated') expect(verdict).toMatchObject({ outcome: 'unknown', missing: 'move.carries' });
    else {
      expect(direct).toBe('stays');
      expect(['never-in-backup', 'excluded']).toContain(verdict.outcome);
    }
  });

  test('follows its protection on another device', () => {
    const elsewhere = decide(build(draft(), 'modern', 'icloud', category).question, FREEZE);
    const isExcluded = elsewhere?.outcome === 'excluded';
    // From iCloud nothing that a key of the old device locks reaches another one; Bluetooth is a list of files that
    // do not move, and an enrolment is one of a single device.
    expect(isExcluded).toBe(
      (icloud === 'in' && ['migratory', 'this-device-only'].includes(protection)) ||
        ['bluetooth', 'enrolment'].includes(category),
    );
  });

  test('is downloaded again when only the store delivers it', () => {
    const verdict = decide(build(draft(), 'modern', 'icloud', category).question, ['download']);
    expect(verdict?.outcome ?? null).toBe(returns === 'store' ? 'downloaded-again' : null);
  });
});
