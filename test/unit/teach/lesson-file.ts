/** A small lesson that stays as it is, whatever becomes of those in the folder. */
export const LESSON_TEXT = `title: Is it there?
why: To say of each thing whether it comes.
minutes: 10
pass: 80 %
teaches:
  confusions: [pending/excluded]
  rules: [sync/photos, app/bound-to-device]
cases:
  one:
    customer: It says that it is finished. Something is not there.
    world:
      accounts: [{ id: lea }, { id: jonas, password: forgotten }]
      device: { name: Lea's new iPhone }
      backups: [{ id: night, device: Lea's old iPhone, made: 2026-02-28 }]
      services: { photos: on, contacts: on, keychain: on, health: on }
      items:
        - { category: photos, count: 8200, bytes: 31 GB }
        - { category: messages, bytes: 2 GB }
        - { category: contacts, count: 240 }
        - { category: call-history }
        - { id: drawings, category: local-files, title: Drawings, count: 3, created: 2026-02-01 }
        - { id: bank, category: app, app: bank, title: Bank, bytes: 90 MB }
        - { id: bank-data, category: app-data, app: bank, title: "Bank: its data", bytes: 12 MB }
        - { id: films, category: films, account: jonas, title: Films bought by Jonas, count: 2, bytes: 5 GB }
    vary:
      device.name: [Lea's new iPhone, Lea's old iPhone]
      services.photos: { "on": 2, "off": 1 }
      services.contacts: ["on", "off"]
      items.bank-data.policy: [bound-to-device, server, excludes-itself, ordinary]
      items.drawings.created: [2026-02-01, 2026-03-01]
    draw: 6
    want:
      fates: { excluded: 1, pending: 1, unknown: 0 }
tasks:
  - predict: one
    ask: [fate, gate, rule, outcome]
  - say: one
    items: 2
  - debrief: by confusion
`;
