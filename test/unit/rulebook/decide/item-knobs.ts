import { type Knobs, ownWay, set, withApp } from './one-item-world.ts';

/** The item, its app, and what is held of them. */
export const ITEM_KNOBS: Knobs = {
  'item.created': (d, value) => void (d.item['created'] = value === 'after' ? '2026-02-20' : '2026-01-01'),
  'item.buyer': (d, value) => set('account', 'kind')(d, value),
  'item.last-copy-erased': (d, value) => {
    if (value === 'no') return;
    d.item['on'] = d.device['name'] ?? 'new iPhone';
    d.item['heldBy'] = [];
    d.item['uploaded'] = value === 'yes' ? 'no' : 'unknown';
    if (value !== 'yes') d.service.now = 'on';
    d.situation = { ...d.situation, erased: true };
  },
  'item.in-this-backup': (d, value) => {
    if (value === 'left-out') d.item['heldBy'] = [];
    if (value === 'deleted-before') d.item['deleted'] = '2026-01-10';
    if (value === 'of-another-device') d.item['on'] = 'another iPhone';
  },
  'item.in-a-backup': (d, value) => {
    if (value === 'no') d.backup['damaged'] = 'yes';
  },
  'item.in-a-locked-backup': (d, value) => {
    if (value !== 'yes') return;
    Object.assign(d.account, { advancedDataProtection: 'on', recovery: 'lost', devicePasscode: 'forgotten' });
    d.backup['damaged'] = 'no';
  },
  'device.locked-out': (d, value) => {
    if (value === 'yes') Object.assign(d.device, { lockedOut: 'yes', state: 'in-use' });
  },
  'phone.copy': (d, value) => {
    if (value === 'none') return;
    d.item['app'] ??= 'x';
    if (value === 'deleted') d.situation = { ...d.situation, appsDeleted: ['x'] };
    else {
      d.device['state'] = 'in-use';
      d.item['on'] = d.device['name'] ?? 'new iPhone';
      if (value === 'stayed') d.computer['software'] = 'idevicebackup2';
      else d.situation = { ...d.situation, [value === 'erased' ? 'erased' : 'replaced']: true, esim: 'kept' };
    }
  },
  'phone.shared-store': (d, value) => {
    if (value === 'apart') return;
    d.device['state'] = 'in-use';
    d.item['on'] = d.device['name'] ?? 'new iPhone';
    d.item['heldBy'] = [];
    d.computer['software'] = 'tool';
    // Some kinds are in no other backup of a computer.
    d.backup['encrypted'] = 'yes';
    d.beside = true;
    if (value !== 'unknown') d.item['stillShown'] = value === 'kept' ? 'yes' : 'no';
    d.situation = { ...d.situation, replaced: true };
  },
  'item.lacks': (d, value) => {
    d.lacks = value;
    if (value === 'first-start') d.item['start'] = 'hangs';
    if (value === 'app-that-starts') withApp(d, { start: 'hangs' });
  },
  'app.server': (d, value) => {
    if (value !== 'emptied') return;
    d.item['app'] ??= 'x';
    d.situation = { ...d.situation, serversEmptied: ['x'] };
  },
  'app.own-switch': (d, value) => {
    if (value === 'no') return;
    Object.assign(d.item, { ownSwitch: 'out', ...(value === 'left-out' ? { inBackup: 'no' } : {}) });
  },
  'item.large-video': (d, value) => {
    d.item['overTwoGigabytes'] = value;
  },
  'app.by-hand': (d, value) => {
    if (value !== 'yes') return;
    d.item['app'] ??= 'x';
    d.situation = { ...d.situation, appsInstalled: ['x'] };
  },
  'app.download': (d, value) => {
    d.item['app'] ??= 'x';
    if (value === 'stuck') d.situation = { ...d.situation, appsStuck: ['x'] };
    if (value === 'no-room') d.situation = { ...d.situation, appsWithoutRoom: ['x'] };
    if (value === 'offloaded') d.situation = { ...d.situation, appsOffloaded: ['x'] };
  },
  'own.kept-apart': (d, value) => {
    if (value === 'no') return;
    d.item['policy'] = 'own-cloud';
    d.copies.push({ kind: 'own-backup', of: ['item'] });
    if (value === 'yes') d.item['inBackup'] = 'no';
  },
  'own.backup': (d, value) => ownWay(d, 'own-backup', value),
  'own.transfer': (d, value) => ownWay(d, 'own-transfer', value),
  'own.best': (d, value) => {
    if (value === 'neither') return;
    ownWay(d, value === 'transfer' ? 'own-transfer' : 'own-backup', value === 'unknown' ? value : 'ready');
  },
  'own.done': (d, value) => {
    if (value === 'no') return;
    d.item['app'] ??= 'x';
    ownWay(d, value === 'transfer' ? 'own-transfer' : 'own-backup', 'ready');
    d.situation = { ...d.situation, [value === 'transfer' ? 'ownMoved' : 'ownRestored']: ['x'] };
  },
  'item.in-backup': set('item', 'inBackup'),
  'item.listed': (d, value) => {
    d.backup['list'] = 'read';
    d.item['listed'] = value === 'not-named' ? 'no' : value === 'named' ? 'yes' : 'unknown';
  },
  'item.put-back': set('item', 'putBack'),
  'app.switch': set('item', 'backupSwitch'),
  'app.policy': set('item', 'policy'),
  'app.present': (d, value) => {
    if (value === 'none') return;
    withApp(
      d,
      { no: { store: 'never' }, later: { management: 'assigned-to-user' }, unknown: { store: 'unknown' } }[value] ?? {},
    );
    if (value === 'by-hand') d.computer['installsApps'] = 'no';
  },
  'app.login': (d, value) => {
    if (value !== 'done') return;
    d.item['app'] = 'x';
    d.situation = { ...d.situation, loggedIn: ['x'] };
  },
  'item.management': set('item', 'management'),
  'item.protection': set('item', 'protection'),
  'item.password': (d, value) => {
    if (value === 'not-needed') return;
    d.item['account'] = 'ola';
    d.situation = {
      ...d.situation,
      passwordsGiven: value === 'given' ? ['ola'] : [],
      passwordsSkipped: value === 'skipped' ? ['ola'] : [],
    };
  },
  'item.store': (d, value) => {
    d.item['store'] = value;
    if (d.app) d.app['store'] = value;
  },
  'item.offloaded': set('item', 'offloaded'),
  'item.runs-here': (d, value) => void (d.runsHere = value === 'yes'),
  'item.installed-by': set('item', 'installedBy'),
  'item.fails': (d, value) => {
    if (value !== 'none') d.item['fails'] = { at: value };
  },
  'item.stops': (d, value) => {
    if (value === 'yes') d.item['fails'] = { at: 'placement', and: 'stops' };
    if (value !== 'by-its-name') return;
    d.item['fails'] = { at: 'placement', and: 'stops', because: 'bad-name' };
    d.situation = { ...d.situation, ios: '18.1' };
  },
};
