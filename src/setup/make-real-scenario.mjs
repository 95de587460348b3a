// Writes scenarios/real/ from the preferences file of a phone's backup service:
//   node src/setup/make-real-scenario.mjs path/to/com.apple.MobileBackup.plist
// The committed files come from the public test data of log2timeline/plaso (Apache-2.0),
// test_data/ios/com.apple.MobileBackup.plist, a record of May 2023. Only domains, sizes and dates are taken over.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { Document, isMap, visit } from 'yaml';

const from = (path) => tsImport(path, import.meta.url);
const { readBinaryPlist } = await from('../import/binary-plist.ts');
const { readMobileBackupRecord, scenarioOfRecord } = await from('../import/mobile-backup-record.ts');

const RECORDED = 'Recorded iPhone';
const assumed = { device: RECORDED, model: 'iPhone 13', ios: '16.4' };

const honesty =
  'The record is real (May 2023) and names domains, sizes and dates; model, iOS 16.4 and the switches of ' +
  'iCloud are assumptions, because it does not name them. ' +
  'The apps themselves are not in it and are taken to be in the store.';

/** By the file list of iOS: what belongs to other apps comes after the restart, the rest before it (EL-79). */
const returns = (domain) => ({
  fate: 'restored',
  gate: /^AppDomain(?:Group-|Plugin-|-(?!com\.apple\.))/.test(domain) ? 'download' : 'placement',
});

/** What stays with the device that made an iCloud backup: its keychain (KC-20) and its pairings (CP-28, KC-29). */
const STAYS_BEHIND = {
  KeychainDomain: { fate: 'excluded', gate: 'eligibility', rule: 'keychain/locked-to-the-old-device' },
  'SysSharedContainerDomain-systemgroup.com.apple.bluetooth': {
    fate: 'excluded',
    gate: 'eligibility',
    rule: 'device/bluetooth-pairings',
  },
};
const returnsElsewhere = (domain) => STAYS_BEHIND[domain] ?? returns(domain);

const TARGETS = {
  'icloud-2023': {
    title: 'A real backup of 2023, back onto the same iPhone',
    why: `All 64 domains return to the very iPhone that made them, the keychain and the pairings included. ${honesty}`,
    shows: ['A8', 'A17', 'B1', 'C2', 'C7'],
    device: { name: RECORDED, model: assumed.model, ios: assumed.ios, state: 'in-use', free: '64 GB' },
    expected: returns,
    outcome: 'completed',
  },
  'icloud-2023-another-iphone': {
    title: 'A real backup of 2023, onto another iPhone',
    why:
      'The keychain and the Bluetooth pairings stay behind, 62 domains return. The keychain could come by ' +
      `iCloud Keychain, of which the record says nothing. ${honesty}`,
    shows: ['A1', 'A8', 'A9b', 'A9c', 'A10', 'A17', 'C2'],
    device: { name: 'Another iPhone', model: 'iPhone 14', ios: assumed.ios, free: '64 GB' },
    expected: returnsElsewhere,
    outcome: 'completed-with-exclusions',
  },
  'icloud-2023-ipad': {
    title: 'A real backup of 2023, onto an iPad',
    why:
      'A backup restores across kinds of devices. Apple says that some data do not return between iPhone and ' +
      `iPad, and not which, so nothing more is dropped here than on another iPhone. ${honesty}`,
    shows: ['A8', 'A9c', 'A10', 'A17', 'C8'],
    device: { name: 'An iPad', kind: 'ipad', model: 'iPad Air', ios: assumed.ios, free: '64 GB' },
    expected: returnsElsewhere,
    outcome: 'completed-with-exclusions',
  },
};

/** Rows of backups, items and expectations on one line each. */
function toYaml(stated) {
  const document = new Document(stated);
  document.commentBefore =
    ' yaml-language-server: $schema=../scenario.schema.json\n Written by src/setup/make-real-scenario.mjs ' +
    'from a real record; do not edit.';
  visit(document, {
    Map(_key, node) {
      if (node.items.every(({ value }) => !isMap(value) && !value?.items)) node.flow = true;
    },
    Seq(_key, node) {
      if (node.items.every((item) => !isMap(item))) node.flow = true;
    },
  });
  document.get('why', true).type = 'BLOCK_FOLDED';
  return document.toString({ lineWidth: 150, flowCollectionPadding: true });
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Name the file: node src/setup/make-real-scenario.mjs path/to/com.apple.MobileBackup.plist');
  process.exitCode = 2;
} else {
  const record = readMobileBackupRecord(readBinaryPlist(new Uint8Array(readFileSync(path)), path), path);
  for (const [name, target] of Object.entries(TARGETS)) {
    const file = fileURLToPath(new URL(`../../scenarios/real/${name}.yaml`, import.meta.url));
    writeFileSync(file, toYaml(scenarioOfRecord(record, target, assumed)));
    console.log(`${file}: ${record.domains.length} domains, ${record.total} bytes, ${record.outcomes.length} backups`);
  }
}
