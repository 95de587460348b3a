import type { ScriptEvent } from '../../../model/events.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { When } from '../condition.ts';
import type { ConditionRow, Part } from './row.ts';

/** An act of the story that something hung on, and what would have been done in its place. */
interface Undone {
  readonly title: string;
  readonly done: string;
  readonly undone: string;
  readonly when: When;
  /** Whether this form of the act is the one spoken of; every form unless said. */
  readonly counts?: (entry: DoEntry) => boolean;
}
type DoEntry = Extract<Scenario['script'][number], { readonly do: ScriptEvent }>;

/** Acts that no other condition speaks of. Who leaves one out plays the story without it. */
const UNDONE = {
  'passcode.skipped': {
    title: 'The passcode in Setup',
    done: 'Use no passcode',
    undone: 'Choose a passcode in Setup',
    when: 'now',
  },
  'account.entered': {
    title: 'The password at the sign-in',
    done: 'Mistype the password',
    undone: 'Enter the right password at the sign-in',
    when: 'now',
    counts: ({ password }) => password === 'wrong',
  },
  'cloud.chosen': {
    title: 'The old phone, or iCloud',
    done: 'Take iCloud in place of the old phone',
    undone: 'Take the data from the old phone',
    when: 'another-way',
  },
  'line.left': {
    title: 'The line at the move',
    done: 'Leave the line on the old phone',
    undone: 'Move the line to the new phone',
    when: 'now',
  },
  'watch.left': {
    title: 'The watch at the move',
    done: 'Leave the watch with the old phone',
    undone: 'Take the watch along to the new phone',
    when: 'now',
  },
  'transfer.cancelled': {
    title: 'The move from phone to phone',
    done: 'Cancel the move',
    undone: 'Let the move run to its end',
    when: 'now',
  },
  'phones.parted': {
    title: 'The phones during the move',
    done: 'Part the phones',
    undone: 'Leave the phones side by side until the move is done',
    when: 'now',
  },
  'enrolment.declined': {
    title: 'The enrolment in Setup',
    done: 'Go on without the organisation’s service',
    undone: 'Let the organisation’s service enrol the device',
    when: 'now',
  },
  'service.wiped': {
    title: 'The erase by the organisation’s service',
    done: 'The service erases the device',
    undone: 'Ask the organisation to leave the device as it is',
    when: 'another-way',
  },
  'app.sentEmptyState': {
    title: 'The app that came back in part',
    done: 'The app sends its empty state to its server',
    undone: 'Save what its server holds before the app is opened',
    when: 'another-way',
  },
} as const satisfies Readonly<Partial<Record<ScriptEvent, Undone>>>;

const isDone = ({ script }: Scenario, event: ScriptEvent, counts?: Undone['counts']): boolean =>
  script.some((entry) => 'do' in entry && entry.do === event && (!counts || counts(entry)));

const leftUndone = Object.entries<Undone>(UNDONE).map(
  ([event, { title, done, undone, when, counts }]): ConditionRow => ({
    key: event,
    title,
    group: 'outside',
    section: 'course',
    when,
    parts: (scenario) =>
      isDone(scenario, event as ScriptEvent, counts)
        ? [{ path: 'script.undone', name: '', values: { [event]: 'done' } }]
        : [],
    helps: ['undone'],
    values: { undone, done },
    words: { undone: 'otherwise', done: 'as it was' },
    always: true,
    moves: [],
  }),
);

/** Apps whose program is not there for what was done with it, or since its download stands still. */
const absentApps = ({ world, script }: Scenario): readonly Part[] =>
  world.items
    .filter(
      ({ category, app }) =>
        category === 'app' &&
        script.some(
          (entry) =>
            'do' in entry && (entry.do === 'app.offloaded' || entry.do === 'download.stuck') && entry.app === app,
        ),
    )
    .map(({ id, app, title }) => ({
      path: `script.installed.${app}`,
      name: `“${title}”`,
      values: { value: 'not yet' },
      item: id,
    }));

/** What was done in the story, done otherwise; or what helps afterwards. */
export const ACT_CONDITIONS: readonly ConditionRow[] = [
  ...leftUndone,
  {
    key: 'room',
    title: 'Room on the device',
    group: 'outside',
    section: 'course',
    when: 'now',
    atOnce: true,
    parts: (scenario) =>
      isDone(scenario, 'room.ranOut') ? [{ path: 'script', name: '', values: { room: 'not yet' } }] : [],
    helps: ['made'],
    values: { made: 'Make room on the device', 'not yet': 'Leave the device full' },
    always: true,
    moves: [],
  },
];

export const ABSENT_APP_CONDITIONS: readonly ConditionRow[] = [
  {
    title: 'The app %',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: absentApps,
    helps: ['by hand'],
    values: { 'by hand': 'Install % from the store by hand', 'not yet': 'Leave it as it is' },
    always: true,
    moves: [],
  },
];
