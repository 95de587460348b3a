import { expect } from 'vitest';
import { SERVICE_IDS } from '../../src/model/services.ts';
import { law } from './law.ts';
import { dramas } from './worlds.ts';

law('what is said of all backups can be said of each of them, and nothing changes', dramas(), (drama) => {
  const { services } = drama.scenario.world;
  const same = drama.playBut(({ world }) => {
    for (const backup of world.backups)
      backup['services'] = Object.fromEntries(SERVICE_IDS.map((id) => [id, services[id].atBackup]));
  });
  expect(same.ledger.rows).toEqual(drama.run.ledger.rows);
});
