import { category } from './category.ts';

/** Passwords, keys and what proves who somebody is. */
export const SECRET_CATEGORIES = {
  passwords: category({
    title: 'Website passwords',
    form: 'protected',
    service: 'keychain',
    protection: 'migratory',
    cites: ['KC-26', 'KC-19', 'SY-12', 'KC-01', 'KC-20'],
  }),
  wifi: category({
    title: 'Wi-Fi networks and their passwords',
    form: 'protected',
    icloud: 'never',
    computer: 'encrypted-only',
    service: 'keychain',
    protection: 'migratory',
    cites: ['CP-08', 'KC-25', 'IC-36'],
  }),
  certificates: category({
    title: 'Certificates and their keys',
    form: 'protected',
    protection: 'this-device-only',
    cites: ['KC-29'],
  }),
  'imessage-keys': category({
    title: 'Keys of iMessage',
    form: 'protected',
    protection: 'this-device-only',
    cites: ['KC-29'],
  }),
  'secure-enclave-keys': category({
    title: 'Keys in the Secure Enclave',
    form: 'protected',
    icloud: 'never',
    computer: 'never',
    protection: 'secure-enclave',
    cites: ['KC-09'],
  }),
  'mdm-identity': category({
    title: 'Activation and management identity',
    form: 'protected',
    icloud: 'never',
    computer: 'never',
    cites: ['KC-12', 'KC-39'],
  }),
  'payment-cards': category({
    title: 'Cards in Apple Pay',
    form: 'protected',
    icloud: 'never',
    computer: 'never',
    cites: ['IC-15', 'CP-27', 'EL-69'],
  }),
  'wallet-passes': category({
    title: 'Tickets and passes in Wallet',
    cites: ['CP-27'],
  }),
  biometrics: category({
    title: 'Face ID and Touch ID',
    form: 'protected',
    icloud: 'never',
    computer: 'never',
    cites: ['IC-16', 'CP-12'],
  }),
  'device-passcode': category({
    title: 'The passcode of the device',
    form: 'protected',
    icloud: 'never',
    computer: 'never',
    cites: ['CP-12'],
  }),
  'voicemail-password': category({
    title: 'Password of the voicemail',
    form: 'protected',
    cites: ['IC-07', 'KC-27'],
  }),
  'screen-time-passcode': category({
    title: 'Screen Time passcode',
    form: 'protected',
    computer: 'until-ios-12',
    service: 'screen-time',
    cites: ['CT-08', 'CT-07', 'EL-67'],
  }),
  'trusted-certificates': category({
    title: 'Certificates that were trusted by hand',
    cites: ['CP-37'],
  }),
};
