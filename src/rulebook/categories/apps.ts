import { category } from './category.ts';

/** Apps, and what they keep. */
export const APP_CATEGORIES = {
  app: category({
    title: 'Apps',
    elsewhere: 'store',
    form: 'account',
    icloud: 'never',
    computer: 'never',
    returns: 'store',
    kind: 'apps',
    cites: ['IC-17', 'CP-02', 'EL-31', 'IC-21', 'CP-33'],
  }),
  'app-data': category({
    title: 'Data of an app',
    returns: 'background',
    kind: 'apps',
    ofApps: true,
    cites: ['IC-04', 'EL-32', 'EL-79'],
  }),
  'app-group-data': category({
    title: 'Data that several apps share',
    returns: 'background',
    kind: 'apps',
    ofApps: true,
    cites: ['EL-32', 'EL-79'],
  }),
  'app-extension': category({
    title: 'Data of keyboards, widgets and other app extensions',
    returns: 'background',
    kind: 'apps',
    ofApps: true,
    cites: ['CP-01', 'EL-79'],
  }),
  'app-cache': category({
    title: 'Temporary files of apps',
    elsewhere: 'device',
    icloud: 'never',
    computer: 'never',
    returns: 'background',
    kind: 'apps',
    cites: ['EL-30', 'CP-22'],
  }),
  'app-keychain': category({
    title: 'Codes and tokens that an app keeps safe',
    form: 'protected',
    protection: 'migratory',
    cites: ['KC-19', 'KC-01', 'KC-02', 'KC-20'],
  }),
  'app-placeholder': category({
    title: 'Icons that wait for their apps',
    elsewhere: 'device',
    ofApps: true,
    cites: ['LS-17', 'EL-79'],
  }),
  'installed-app-state': category({
    title: 'List of installed and offloaded apps',
    elsewhere: 'device',
    ofApps: true,
    cites: ['CP-34'],
  }),
  'consumable-purchases': category({
    title: 'Used-up purchases inside apps',
    elsewhere: 'server',
    form: 'account',
    icloud: 'never',
    computer: 'never',
    returns: 'background',
    cites: ['EL-24'],
  }),
};
