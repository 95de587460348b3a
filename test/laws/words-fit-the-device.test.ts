import { expect } from 'vitest';
import { hasService } from '../../src/model/services.ts';
import { categoryOf } from '../../src/rulebook/case/case-file.ts';
import { beforeErase } from '../../src/insight/before/before.ts';
import { beforeAsText } from '../../src/report/before-text.ts';
import { voiceOfOne } from '../../src/report/device-voice.ts';
import { itemViews } from '../../src/report/item-view.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { reportInputFrom } from '../../src/report/report-input.ts';
import { runAsJson } from '../../src/report/run-json.ts';
import { runAsText } from '../../src/report/run-text.ts';
import { law } from './law.ts';
import { dramas } from './worlds.ts';

const tell = (input: ReturnType<typeof reportInputFrom>): string =>
  runAsText(input, { paint: PLAIN, width: 10_000 }).replaceAll(
    // Numbers of phones, and the names of rules.
    /phone numbers?|\b[a-z-]+\/[a-z0-9-]+/g,
    '…',
  );

law(
  'a report of an iPad that comes from an iPad never says phone',
  dramas({
    but: (world) => {
      world.device['kind'] = 'ipad';
      for (const backup of world.backups) backup['deviceKind'] = 'ipad';
    },
  }),
  ({ run }) => {
    const input = reportInputFrom(run);
    const says = tell(input).split('\n').slice(2).join('\n');
    expect(says.match(/.{0,60}\bphones?\b.{0,60}/gi) ?? []).toEqual([]);
    const { alerts, prompts } = runAsJson(input) as Record<'alerts' | 'prompts', readonly { readonly text: string }[]>;
    expect([...alerts, ...prompts].filter(({ text }) => /iPhone/.test(text))).toEqual([]);
  },
);

law(
  'whether an iPad may go is said of an iPad, whatever its data are to come onto',
  dramas({
    scripts: 'none',
    but: (world) => {
      world.device['kind'] = 'iphone';
      for (const backup of world.backups) backup['deviceKind'] = 'ipad';
    },
  }),
  ({ scenario }) => {
    const answer = beforeErase(scenario);
    if (answer.phone?.kind !== 'ipad') return;
    const voice = voiceOfOne(scenario.world, 'ipad');
    const says = voice(beforeAsText(scenario.world, answer, { paint: PLAIN, width: 10_000 }));
    const names = new Set(['old phone', ...scenario.world.items.map(({ title }) => title)]);
    const bare = [...names].reduce((text, name) => text.replaceAll(name, '…'), says);
    expect(bare.match(/.{0,60}\bphones?\b(?! numbers?).{0,60}/gi) ?? []).toEqual([]);
  },
);

law(
  'the old phone of somebody with a new iPad is not called an iPad, and a watch is not promised to one',
  dramas({
    but: (world) => {
      world.device['kind'] = 'ipad';
      world['oldPhone'] = { name: 'old iPhone', kind: 'iphone', state: 'at-hand' };
      for (const backup of world.backups) Object.assign(backup, { deviceKind: 'iphone', device: 'old iPhone' });
      world.items.push({ id: 'the-watch', category: 'watch' });
    },
  }),
  ({ run }) => {
    const says = tell(reportInputFrom(run));
    expect(says.match(/.{0,60}\b(?:that iPad|from iPad to iPad)\b.{0,60}/gi) ?? []).toEqual([]);
    expect(run.ledger.row('the-watch')?.fate).not.toBe('restored');
    expect(run.ledger.row('the-watch')?.rule).not.toMatch(/watch-(?:waits|taken)/);
    expect(says).not.toMatch(/pair your watch, and it comes back|belongs to this iPad/);
  },
  40,
);

law('a report names the iOS of its device, and calls none today’s', dramas(), ({ run }) => {
  const says = tell(reportInputFrom(run));
  expect(says).toContain(`a device with iOS ${run.world.device.ios},`);
  expect(says).not.toMatch(/today’s iOS/);
});

/** All is of the days of iOS 10, and there are kinds of data whose service came later. */
const inTheDaysOfIos10 = dramas({
  but: (world) => {
    world.device['ios'] = '10.3';
    delete world.device['latestIos'];
    for (const backup of world.backups) backup['ios'] = '10.2';
    world.items.push({ id: 'steps', category: 'health' }, { id: 'chats', category: 'messages' });
  },
});

law(
  'nobody is sent to an iCloud service that came later than the iOS of the device',
  inTheDaysOfIos10,
  ({ run }) => {
    const { world, ledger } = run;
    for (const view of itemViews(world.items, ledger.rows, world.route)) {
      const item = world.items.find(({ id }) => id === view.id);
      const service = item && categoryOf(item).service;
      if (!service || hasService(world.device.ios, service)) continue;
      expect([view.id, view.fate]).not.toEqual([view.id, 'synced']);
      expect([view.id, /switched on in iCloud|comes? from there|from iCloud/i.test(view.customer)]).toEqual([
        view.id,
        false,
      ]);
    }
  },
  40,
);
