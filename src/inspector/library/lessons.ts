/** A scenario to teach with, and what it is for. */
interface Lesson {
  readonly id: string;
  readonly lesson: string;
  /** What people have understood when it is over. */
  readonly teaches: string;
}

/**
 * Twelve scenarios in the order in which they can be taught, from the everyday case to what decides itself only by a
 * question. Change it as your class needs it; together they have to show every gate (test/unit/inspector/library).
 */
export const LESSONS: readonly Lesson[] = [
  {
    id: 'showcase/new-iphone-icloud-photos-on',
    lesson: 'The everyday restore',
    teaches: 'It ends in success, nothing warns, and a dozen things are missing for a dozen reasons.',
  },
  {
    id: 'erase/photos-had-not-been-uploaded',
    lesson: 'Photos',
    teaches: 'With iCloud Photos on they are not in the backup. What had not gone up was on the phone alone.',
  },
  {
    id: 'app-rules/own-backup-not-yet-opened',
    lesson: 'Chats, as of WhatsApp',
    teaches: 'The app is back and its chats are not: they lie in the app’s own backup and wait for a login.',
  },
  {
    id: 'cases/13-codes-missing-without-a-backup-password',
    lesson: 'Codes of an authenticator',
    teaches: 'Secrets travel only in a backup with a password, or not at all.',
  },
  {
    id: 'computer-encrypted/same-backup-without-a-password',
    lesson: 'Encrypted or not',
    teaches: 'One tick decides about Health, passwords and codes.',
  },
  {
    id: 'sign-in/password-forgotten',
    lesson: 'A forgotten password',
    teaches:
      'Without the account no backup comes into view. The account is recovered first; the backup waits meanwhile.',
  },
  {
    id: 'listing/other-account-never-tried',
    lesson: 'An empty list of backups',
    teaches: 'The backup is there, under another account.',
  },
  {
    id: 'computer-plain/passwords-on-another-phone',
    lesson: 'Another device',
    teaches: 'A backup fits another phone too, and what is locked with a key of the first phone stays shut there.',
  },
  {
    id: 'download/wifi-lost-and-back',
    lesson: 'The interrupted download',
    teaches: 'The phone waits and goes on by itself. Nothing has to be begun again.',
  },
  {
    id: 'direct/the-everyday-move',
    lesson: 'From phone to phone',
    teaches: 'Another way, with other contents: what only this way brings, and what it does not.',
  },
  {
    id: 'enrolment/profile-of-the-earlier-service-is-in-the-way',
    lesson: 'A phone of an organisation',
    teaches: 'A profile out of the backup can stand in the way of the new enrolment.',
  },
  {
    id: 'unknown-facts/was-icloud-photos-on',
    lesson: 'One question decides',
    teaches: 'Where a fact is not known, the answer is a question to the customer and no guess.',
  },
];

const BY_ID = new Map(LESSONS.map((lesson) => [lesson.id, lesson]));

export const lessonOf = (id: string): Lesson | undefined => BY_ID.get(id);
