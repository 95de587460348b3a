import { expect, test } from 'vitest';
import { ROUTES } from '../../../../src/model/kinds.ts';
import { must } from '../../../../src/model/must.ts';
import { UNKNOWN } from '../../../../src/rulebook/facts/fact.ts';
import { FACTS, type FactId } from '../../../../src/rulebook/facts/facts.ts';
import { HAS_UNKNOWN, KNOBS } from './knobs.ts';
import { build, draft } from './one-item-world.ts';

/** Kinds of data that between them have a service, an app, a key and none of these. */
const KINDS = ['app', 'app-data', 'app-keychain', 'messages', 'health'] as const;

/** What a fact reads, wherever it may be asked, once its knob is turned to a value. */
function readings(fact: FactId, value: string): string[] {
  return ROUTES.flatMap((route) =>
    KINDS.map((kind) => {
      const d = draft();
      must(KNOBS[fact], `a knob for ${fact}`)(d, value);
      return FACTS[fact].read(build(d, 'modern', route, kind).question);
    }),
  );
}

const turned = (Object.keys(KNOBS) as FactId[]).flatMap((fact) =>
  [...Object.keys(FACTS[fact].values), ...(HAS_UNKNOWN.has(fact) ? ['unknown'] : [])].map((value) => [fact, value]),
) as [FactId, string][];

/** Nobody who asks can bring these about with one item and one knob; stories do. */
const BY_STORIES = new Set([
  'phone.copy=unknown',
  'item.lacks=unknown',
  'own.backup=old-phone-gone',
  'own.backup=fails-for-good',
  'backup.ios=older',
  'device.ios=older',
]);

test.each(turned.filter(([fact, value]) => !BY_STORIES.has(`${fact}=${value}`)))(
  '%s is read as %s where it is so, and never as what is none of its values',
  (fact, value) => {
    const read = readings(fact, value);
    expect(read).toContain(value);
    expect([...Object.keys(FACTS[fact].values), UNKNOWN]).toEqual(expect.arrayContaining(read));
  },
);
