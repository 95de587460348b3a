import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appsOfBackup } from '../../../src/import/apps-of-backup.ts';
import type { BackupRead, FileRow, StoreApp } from '../../../src/import/backup.ts';
import { ItemTally, reservedIds } from '../../../src/import/item-tally.ts';
import { PathTree } from '../../../src/import/path-tree.ts';
import { READABLE_ITEMS } from '../../../src/import/readable-items.ts';
import { NEVER_PUT_BACK, STAYS_WITH_ITS_DEVICE } from '../../../src/import/restore-marks.ts';
import { hasEffect } from '../../../src/scenario/item-fields.ts';

const STORE: readonly StoreApp[] = [
  { id: 'net.whatsapp.WhatsApp', hasSinf: true, hasMetadata: true, title: 'WhatsApp', assignedToDevice: false },
  { id: 'com.microsoft.Office.Outlook', hasSinf: true, hasMetadata: true, title: 'Outlook', assignedToDevice: false },
  { id: 'com.microsoft.skype.teams', hasSinf: true, hasMetadata: true, title: 'Teams', assignedToDevice: false },
];
const READ = {
  info: {
    state: 'read',
    facts: { installed: [...STORE.map(({ id }) => id), 'org.own.app'], storeApps: STORE, onWindows: false },
  },
  manifest: { state: 'missing' },
} as const as unknown as BackupRead;

const file = (domain: string, path: string, size: number | undefined = 1): FileRow => ({
  domain,
  path,
  kind: 'file',
  size,
  mode: undefined,
  protectionClass: 3,
  modified: 1_610_658_370,
  leadsOut: false,
  payload: size,
});
function tallied(rows: readonly FileRow[]) {
  const taken = reservedIds();
  const tally = new ItemTally(appsOfBackup(READ, taken, false), taken);
  for (const row of rows) tally.visit(row);
  return tally.list();
}
const itemOf = (domain: string, path: string) => tallied([file(domain, path)]).items[0];

describe('the table of readable items', () => {
  test('names each place once, and has a name for each item once', () => {
    const places = READABLE_ITEMS.flatMap((item) => item.places);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(READABLE_ITEMS.map(({ id }) => id)).size).toBe(READABLE_ITEMS.length);
    expect(READABLE_ITEMS.length).toBeGreaterThanOrEqual(45);
  });

  test.each([
    ['HomeDomain', 'Library/SMS/sms.db', 'messages'],
    ['HomeDomain', 'Library/SMSX/sms.db', 'unclassified'],
    ['MediaDomain', 'Library/SMS/Attachments/0a/1/x.jpeg', 'message-attachments'],
    ['HomeDomain', 'Library/Safari/History.db-wal', 'safari-history'],
    ['HomeDomain', 'Library/Safari/Bookmarks.db', 'safari-bookmarks'],
    ['HomeDomain', 'Library/SpringBoard/LockBackgroundThumbnail.jpg', 'wallpaper'],
    ['HomeDomain', 'Library/SpringBoard/IconState.plist', 'home-screen'],
    ['HomeDomain', 'Library/DoNotDisturb/DB/ModeConfigurations.json', 'siri-focus'],
    ['HomeDomain', 'Library/Nobody/knows.db', 'unclassified'],
    ['NobodysDomain', 'x', 'unclassified'],
    ['CameraRollDomain', 'Media/DCIM/100APPLE/IMG_0001.HEIC', 'photos'],
    ['CameraRollDomain', 'Media/PhotoData/Photos.sqlite', 'photo-library'],
    ['AppDomainGroup-group.com.apple.FileProvider.LocalStorage', 'File Provider Storage/x.pdf', 'files-on-my-iphone'],
    ['SysContainerDomain-com.apple.akd', 'x', 'containers-of-ios'],
    ['AppDomain-com.apple.weather', 'x', 'weather'],
    ['AppDomain-com.apple.unheard', 'x', 'parts-by-apple'],
  ])('%s, %s: %s', (domain, path, id) => expect(itemOf(domain, path)?.id).toBe(id));

  test.each([
    ['AppDomain-net.whatsapp.WhatsApp', 'app-data', 'whatsapp'],
    ['AppDomainGroup-group.net.whatsapp.WhatsApp.shared', 'app-group-data', 'whatsapp'],
    ['AppDomainPlugin-net.whatsapp.WhatsApp.ServiceExtension', 'app-extension', 'whatsapp'],
    ['AppDomainGroup-group.com.microsoft.Office', 'app-group-data', 'outlook'],
    ['AppDomainGroup-group.com.microsoft.shared', 'app-group-data', undefined],
    ['AppDomain-org.own.app', 'app-data', 'app-without-store-data-1'],
    ['AppDomain-org.gone.app', 'app-data', undefined],
    ['AppDomainPlugin-net.whatsapp.WhatsAppX', 'app-extension', undefined],
  ])('%s belongs to %s of %s', (domain, category, app) => {
    const item = itemOf(domain, 'Documents/x');
    expect([item?.category, item?.app]).toEqual([category, app]);
    expect(JSON.stringify(item)).not.toMatch(/org\.|gone|own\.app/);
  });

  test('every file that returns in another way than the rest becomes a part that rules can judge', () => {
    for (const place of [...STAYS_WITH_ITS_DEVICE, ...NEVER_PUT_BACK]) {
      const [domain = '', ...path] = place.replace('*', 'x').split('/');
      const item = itemOf(domain, path.join('/'));
      expect(item?.putBack, place).toBe(STAYS_WITH_ITS_DEVICE.includes(place) ? 'same-device' : 'never');
      expect(hasEffect('putBack', item?.category ?? 'unclassified'), `${place}: ${item?.category}`).toBe(true);
    }
    expect(itemOf('HomeDomain', 'Library/Nobody/knows.db')?.putBack).toBe('unknown');
  });
});

const DOMAINS = [
  'HomeDomain',
  'CameraRollDomain',
  'KeychainDomain',
  'NobodysDomain',
  'AppDomain-net.whatsapp.WhatsApp',
  'AppDomainGroup-group.net.whatsapp.WhatsApp.shared',
  'SysContainerDomain-x',
];
const rows = fc.array(
  fc.record({
    domain: fc.constantFrom(...DOMAINS),
    path: fc.oneof(
      fc.constantFrom(...NEVER_PUT_BACK.slice(0, 30).map((place) => place.slice(place.indexOf('/') + 1))),
      fc
        .array(fc.constantFrom('Library', 'SMS', 'Media', 'DCIM', 'x', ''), { maxLength: 5 })
        .map((parts) => parts.join('/')),
    ),
    kind: fc.constantFrom('file', 'folder', 'link', 'other'),
    size: fc.oneof(fc.constant(undefined), fc.nat(1e9)),
    mode: fc.constant(undefined),
    protectionClass: fc.constantFrom(undefined, 1, 2, 3, 4),
    modified: fc.oneof(fc.constant(undefined), fc.nat(2e9)),
    leadsOut: fc.boolean(),
    payload: fc.constant(undefined),
  } satisfies Record<keyof FileRow, fc.Arbitrary<unknown>>),
);

test('all bytes are accounted for, each once, and a size that is not given is not 0', () => {
  fc.assert(
    fc.property(rows, (many) => {
      const list = tallied(many as readonly FileRow[]);
      const files = many.filter(({ kind }) => kind === 'file');
      const sum = (of: (row: FileRow) => number) => files.reduce((all, row) => all + of(row as FileRow), 0);
      const told = (of: 'files' | 'bytes' | 'sizeNotGiven') => list.items.reduce((all, item) => all + item[of], 0);
      expect([told('files'), told('bytes'), told('sizeNotGiven')]).toEqual([
        files.length,
        sum(({ size }) => (size === undefined ? 0 : size)),
        sum(({ size }) => (size === undefined ? 1 : 0)),
      ]);
      expect([list.files, list.bytes, list.sizeNotGiven]).toEqual([told('files'), told('bytes'), told('sizeNotGiven')]);
      expect(new Set(list.items.map(({ id }) => id)).size).toBe(list.items.length);
      expect(list.domains).toBe(new Set(many.map(({ domain }) => domain)).size);
      expect(list.emptyDomains).toBe(list.domains - new Set(files.map(({ domain }) => domain)).size);
      // In whatever order the rows come by.
      expect(tallied(many.toReversed() as readonly FileRow[])).toEqual(list);
    }),
    { numRuns: 200 },
  );
});

test('the most exact place counts, as looking through all of them says', () => {
  const step = fc.constantFrom('a', 'b', 'ab', 'abc');
  const place = fc
    .tuple(fc.array(step, { minLength: 1, maxLength: 4 }), fc.boolean())
    .map(([steps, isOpen]) => `${steps.join('/')}${isOpen && steps.length > 1 ? '*' : ''}`);
  fc.assert(
    fc.property(
      fc.uniqueArray(place, { maxLength: 12 }),
      fc.array(step, { minLength: 1, maxLength: 5 }),
      (places, path) => {
        const whole = path.join('/');
        const fits = (one: string): boolean =>
          one.endsWith('*')
            ? whole.startsWith(one.slice(0, -1)) && whole.split('/').length >= one.split('/').length
            : whole === one || whole.startsWith(`${one}/`);
        const deepest = Math.max(0, ...places.filter(fits).map((one) => one.split('/').length));
        const candidates = places.filter((one) => fits(one) && one.split('/').length === deepest);
        // A whole name is more exact than the beginning of one.
        const wanted = candidates.filter((one) => !one.endsWith('*'));
        const [domain = '', ...rest] = path;
        const found = new PathTree(places.map((one) => [one, one] as const)).find(domain, rest.join('/'));
        if (wanted.length > 0) expect(wanted).toContain(found);
        else if (candidates.length > 0) expect(candidates).toContain(found);
        else expect(found).toBeUndefined();
      },
    ),
    { numRuns: 500 },
  );
});
