import { expect } from 'vitest';
import { chaptersOf } from '../../src/report/chapters.ts';
import { linesOfAttempt } from '../../src/run/attempts-of.ts';
import { law } from './law.ts';
import { SERVICES } from '../../src/model/services.ts';
import { categoryOf } from '../../src/rulebook/case/case-file.ts';
import { dramas } from './worlds.ts';

law(
  'chapters are told in the order of time',
  dramas(),
  (drama) => {
    const lines = linesOfAttempt(drama.run.journal.lines, 1);
    const chapters = chaptersOf(drama.scenario.world, lines).filter(({ gate }) => gate !== 'sync');
    let before = { gate: 'none', step: 0 };
    for (const { gate, beats } of chapters)
      for (const { step, text } of beats) {
        expect({ gate, text, inOrder: step >= before.step, before }).toEqual({ gate, text, inOrder: true, before });
        before = { gate, step };
      }
  },
  200,
);

law('a story counts an item once where one rule says one thing of it', dramas(), ({ run: { world, journal } }) => {
  for (const { flows } of chaptersOf(world, journal.lines))
    for (const { items } of flows) expect(items).toEqual([...new Set(items)]);
});

law('an older passcode is asked for only where iCloud may keep something that it opens', dramas(), ({ run }) => {
  const { world, journal } = run;
  const asked = journal.lines.some((line) => line.type === 'prompt.shown' && line.prompt === 'keychain-passcode');
  const isAdvanced = world.accounts.some(({ advancedDataProtection }) => advancedDataProtection === 'on');
  const mayBeSealed = world.items.some((item) => {
    const { service, endToEnd } = categoryOf(item);
    if (service === undefined || world.services[service].now === 'off' || item.syncs === 'off') return false;
    if (world.edition !== 'modern') return service === 'keychain';
    const sealed = endToEnd ?? SERVICES[service].endToEnd;
    return sealed === 'always' || (sealed === 'advanced' && isAdvanced);
  });
  expect(asked && !mayBeSealed).toBe(false);
});
