import { expect, test } from 'vitest';
import { caseFileOf } from '../../../src/run/case-file-of.ts';
import { giveAgain } from '../../../src/run/give-again.ts';
import { play } from '../../../src/run/play.ts';
import { resume, writeDown } from '../../../src/run/resume.ts';
import { Simulation } from '../../../src/run/simulation.ts';
import { story } from '../stories.ts';

const TUNNEL = story({
  device: { ios: '18.3' },
  backups: [{ id: 'nightly', made: '2026-02-27' }],
  items: [
    { id: 'tunnel', category: 'app', app: 'tunnel' },
    { id: 'entry', category: 'network-settings', app: 'tunnel', needs: ['secret'] },
    { id: 'secret', category: 'app-keychain', app: 'tunnel', protection: 'this-device-only' },
  ],
});

test('a story that is taken up at any step goes on alike, and does not say again what a part is missing', () => {
  const whole = play(TUNNEL);
  const given = whole.journal.lines.filter((line) => line.type === 'event');
  expect(whole.journal.lines.some((line) => 'event' in line && line.event === 'parts.changed')).toBe(true);
  const never = (): never => expect.fail('there is one attempt');
  for (let middle = 0; middle <= given.length; middle += 1) {
    const before = new Simulation(caseFileOf(TUNNEL.world));
    for (const line of given.slice(0, middle)) giveAgain(before, line, never);
    const after = resume(writeDown(before), [before.file]);
    for (const line of given.slice(middle)) giveAgain(after, line, never);
    expect(after.journal.toText()).toBe(whole.journal.toText());
  }
});
