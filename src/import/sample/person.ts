/** Somebody who does not exist, with the kinds of names and numbers that a backup holds and nobody else may see. */
export const SAMPLE_PERSON = {
  deviceName: 'Robin Sample’s iPhone',
  serialNumber: 'SAMPLESERIAL0',
  imei: '350000000000001',
  imei2: '350000000000019',
  meid: '35000000000000',
  iccid: '8900000000000000000',
  phoneNumber: '+1 555 0100',
  udid: '00008110-000A11CE5A3B1E00',
  appleId: 'robin.sample@example.invalid',
  otherAppleId: 'alex.sample@example.invalid',
  computerName: 'ROBINS-SAMPLE-PC',
  account: 'Robin at Sample Mail',
  linkTarget: '/var/db/timezone/zoneinfo/Antarctica/Troll',
  /** An app from outside the store. */
  ownApp: 'invalid.robin.sample.secretproject',
} as const;

/** An app of the sample. */
export interface SampleApp {
  readonly id: string;
  readonly title?: string;
  /** `none`: from outside the store. */
  readonly from: 'store' | 'organisation' | 'none';
  /** Share of what all apps keep. */
  readonly share: number;
  readonly group?: string;
  readonly buyer: 'first' | 'second';
}

export const SAMPLE_APPS: readonly [SampleApp, ...SampleApp[]] = [
  {
    id: 'net.whatsapp.WhatsApp',
    title: 'WhatsApp Messenger',
    from: 'store',
    share: 40,
    group: 'group.net.whatsapp.WhatsApp.shared',
    buyer: 'first',
  },
  { id: 'com.spotify.client', title: 'Spotify', from: 'store', share: 8, buyer: 'first' },
  { id: 'com.burbn.instagram', title: 'Instagram', from: 'store', share: 6, buyer: 'second' },
  { id: 'com.google.chrome.ios', title: 'Google Chrome', from: 'store', share: 5, buyer: 'first' },
  {
    id: 'com.microsoft.Office.Outlook',
    title: 'Microsoft Outlook',
    from: 'organisation',
    share: 5,
    group: 'group.com.microsoft.Office.Outlook',
    buyer: 'first',
  },
  { id: 'org.joinmastodon.app', title: 'Mastodon', from: 'store', share: 2, buyer: 'first' },
  { id: SAMPLE_PERSON.ownApp, from: 'none', share: 3, buyer: 'first' },
];
