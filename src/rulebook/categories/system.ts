import { category } from './category.ts';

/** How the device is set up. */
export const SYSTEM_CATEGORIES = {
  'device-settings': category({
    title: 'Settings of the device',
    cites: ['IC-02', 'CP-01'],
  }),
  'home-screen': category({
    title: 'Home Screen and its order',
    cites: ['IC-03', 'CP-01'],
  }),
  'network-settings': category({
    title: 'Network and VPN settings',
    direct: 'not-stated',
    cites: ['CP-37'],
  }),
  bluetooth: category({
    title: 'Bluetooth pairings',
    direct: 'not-stated',
    form: 'protected',
    cites: ['KC-29', 'CP-28'],
  }),
  esim: category({
    title: 'eSIM',
    elsewhere: 'issuer',
    survivesErase: 'by-choice',
    form: 'protected',
    icloud: 'never',
    computer: 'never',
    cites: ['EL-68'],
  }),
  watch: category({
    title: 'Apple Watch backup',
    cites: ['IC-09'],
  }),
  'watch-health': category({
    title: 'Health and fitness from the Apple Watch',
    form: 'protected',
    icloud: 'never',
    computer: 'encrypted-only',
    service: 'health',
    cites: ['CP-06', 'IC-33'],
  }),
  profiles: category({
    title: 'Configuration profiles',
    direct: 'not-stated',
    elsewhere: 'server',
    cites: ['EL-47'],
  }),
  enrolment: category({
    title: 'Enrolment and supervision',
    form: 'protected',
    direct: 'stays',
    cites: ['EL-52', 'EL-54'],
  }),
  'managed-settings': category({
    title: 'Settings that an organisation prescribes',
    direct: 'not-stated',
    elsewhere: 'server',
    cites: ['EL-47'],
  }),
  'keyboard-learning': category({
    title: 'Words the keyboard has learned',
    direct: 'not-stated',
    cites: ['CP-01', 'IC-01'],
  }),
  'keyboard-learning-cjk': category({
    title: 'Words the Chinese or Japanese keyboard has learned',
    direct: 'not-stated',
    computer: 'never',
    cites: ['CP-31'],
  }),
  'siri-focus': category({
    title: 'Siri’s voice training and Focus',
    direct: 'not-stated',
    computer: 'encrypted-only',
    cites: ['CP-24'],
  }),
  'privacy-permissions': category({
    title: 'Permissions given to apps',
    direct: 'not-stated',
    cites: ['CP-20'],
  }),
  'location-permissions': category({
    title: 'Permissions to use the location',
    direct: 'not-stated',
    cites: ['CP-37'],
  }),
  'usage-data': category({
    title: 'Counters of mobile data',
    direct: 'not-stated',
    elsewhere: 'device',
    cites: ['CP-38'],
  }),
  unclassified: category({
    title: 'Data that we cannot name',
    direct: 'not-stated',
    cites: ['CP-01', 'CP-25'],
  }),
  'shared-system-data': category({
    title: 'Data shared by parts of iOS',
    direct: 'not-stated',
    cites: ['CP-01', 'EL-79'],
  }),
};
