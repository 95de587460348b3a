import { newestFirst } from '../../model/newest-first.ts';
import type { Backup, World } from '../../model/world.ts';
import type { Route } from '../../model/kinds.ts';
import { withChanges } from '../../scenario/change.ts';
import type { Scenario, ScriptEntry } from '../../scenario/scenario.ts';
import { type OpenedBy, openedBy } from '../../rulebook/case/lock-out.ts';

/** What a way brings the data from; `new` stands for none: the phone is set up as new, and services deliver. */
export type WayKind = Route | 'new';

/** A way that exists in a world, and how a person goes it. */
export interface WayPlan {
  /** `new`, or the kind and the id of its backup. */
  readonly id: string;
  readonly kind: WayKind;
  readonly backup: Backup | null;
  /** Who signs in before there is anything to choose. */
  readonly account: string | null;
  /** The world with its route set; nobody has done anything in it yet. */
  readonly scenario: Scenario;
  /** What the person does beyond the usual, the plainest first: the first script that leads to its end is the way. */
  readonly scripts: readonly (readonly ScriptEntry[])[];
}

/** Ways are compared with each other, so each has what all of them need. */
const CONNECTED = { 'surroundings.wifi': 'on', 'surroundings.power': 'on' };

/** Another backup may be chosen by whoever does the usual, so the way names its own; an update comes before it. */
const choices = (before: readonly ScriptEntry[], { id }: Backup): ScriptEntry[][] => [
  [...before, { do: 'backup.chosen', backup: id }],
  [...before, { do: 'update.requested' }, { do: 'backup.chosen', backup: id }],
];

/**
 * Every way of a scenario's world: from the old phone, where there is one; each iCloud backup and each backup on a
 * computer, newest first; and the phone set up as new. What the scenario's script tells belongs to the one story that
 * it tells, and is left out.
 */
export function wayPlansOf(bare: Scenario): readonly WayPlan[] {
  const { world } = bare;
  const byRoute = new Map<Route, Scenario>();
  const on = (route: Route): Scenario => {
    let scenario = byRoute.get(route);
    if (!scenario) byRoute.set(route, (scenario = withoutScript(withChanges(bare, { ...CONNECTED, route }))));
    return scenario;
  };
  const backups = world.backups.toSorted(newestFirst);
  return [
    ...(world.oldPhone === null ? [] : [directWay(on('direct'))]),
    ...backups.filter(({ kind }) => kind === 'icloud').map((backup) => cloudWay(on('icloud'), backup)),
    ...backups.filter(({ kind }) => kind === 'computer').map((backup) => computerWay(on('computer'), backup)),
    setUpAsNew(on('icloud')),
  ];
}

function withoutScript(scenario: Scenario): Scenario {
  const { script: _, ...stated } = scenario.stated;
  return { ...scenario, script: [], stated };
}

const firstAccount = ({ accounts: [first] }: World): string | null => (first ? first.id : null);

/** The first account signs in by itself; another one has to be entered. */
function cloudWay(scenario: Scenario, backup: Backup): WayPlan {
  const signIn: ScriptEntry[] =
    backup.account === firstAccount(scenario.world)
      ? []
      : [{ do: 'account.entered', account: backup.account, password: 'right' }];
  return {
    id: `icloud:${backup.id}`,
    kind: 'icloud',
    backup,
    account: backup.account,
    scenario,
    scripts: choices(signIn, backup),
  };
}

const computerWay = (scenario: Scenario, backup: Backup): WayPlan => ({
  id: `computer:${backup.id}`,
  kind: 'computer',
  backup,
  account: null,
  scenario,
  scripts: choices([], backup),
});

/** Nobody signs in for it: the account comes along with the old phone. */
const directWay = (scenario: Scenario): WayPlan => ({
  id: 'direct',
  kind: 'direct',
  backup: null,
  account: null,
  scenario,
  scripts: [[]],
});

const ERASES: Readonly<Record<OpenedBy, readonly (readonly ScriptEntry[])[]>> = {
  open: [[{ do: 'erase.requested' }]],
  'previous-passcode': [[{ do: 'passcode.previousEntered' }, { do: 'erase.requested' }]],
  shut: [[{ do: 'lockScreen.erased' }], [{ do: 'recovery.restored' }]],
};

/** What erases a device in use: its Settings, or, where it lets nobody in, its lock screen or else a computer. */
function erases({ device }: World): readonly (readonly ScriptEntry[])[] {
  if (device.state !== 'in-use') return [[]];
  return ERASES[openedBy(device)];
}

function setUpAsNew(scenario: Scenario): WayPlan {
  const account = firstAccount(scenario.world);
  const asNew = erases(scenario.world).map((erase): ScriptEntry[] => [...erase, { do: 'setup.asNew' }]);
  return {
    id: 'new',
    kind: 'new',
    backup: null,
    account,
    scenario,
    scripts: [
      ...(account === null
        ? []
        : asNew.map((script): ScriptEntry[] => [...script, { do: 'settings.signedIn', account }])),
      ...asNew,
    ],
  };
}
