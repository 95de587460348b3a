/** What a program on a computer is told when it restores; each option is a yes or a no. */
export interface ProgramOptions {
  /** Everything outside apps is asked for too. */
  readonly systemFiles: YesOrNo;
  /** The device keeps the settings it has. */
  readonly keepsSettings: YesOrNo;
  /** The device is told which apps to install. */
  readonly installsApps: YesOrNo;
  /** What the backup lacks is removed from a device in use; otherwise the backup is added to it. */
  readonly remove: YesOrNo;
  /** The device is restarted, which puts the data in place. */
  readonly restarts: YesOrNo;
  /** The folder of the backup is copied before; nothing on the device hangs on it. */
  readonly copiesFirst: YesOrNo;
}
type YesOrNo = 'yes' | 'no';
export type ProgramOption = keyof ProgramOptions;

interface Program {
  readonly title: string;
  /** Made by Apple: its restore takes the place of data in use and leaves the apps that are there. */
  readonly byApple: boolean;
  /** When the device fetches the apps that it was told of. By reports, tools bring that about by removing alone. */
  readonly fetchesApps: 'always' | 'when-it-removes';
  readonly defaults: ProgramOptions;
}

const WHOLE: ProgramOptions = {
  systemFiles: 'yes',
  keepsSettings: 'no',
  installsApps: 'yes',
  remove: 'yes',
  restarts: 'yes',
  copiesFirst: 'no',
};
const ADDING: ProgramOptions = {
  systemFiles: 'no',
  keepsSettings: 'yes',
  installsApps: 'yes',
  remove: 'no',
  restarts: 'yes',
  copiesFirst: 'no',
};
const OF_APPLE = { byApple: true, fetchesApps: 'always', defaults: WHOLE } as const;
const COMMAND_LINE = { byApple: false, fetchesApps: 'when-it-removes', defaults: ADDING } as const;

/**
 * The programs that restore a computer backup, each with what it does unless it is told otherwise. No source tells a
 * difference between Apple's three; both tools are those of the command line.
 */
export const PROGRAMS = {
  finder: { title: 'Finder', ...OF_APPLE },
  itunes: { title: 'iTunes', ...OF_APPLE },
  'apple-devices': { title: 'Apple Devices', ...OF_APPLE },
  idevicebackup2: { title: 'idevicebackup2', ...COMMAND_LINE },
  pymobiledevice3: { title: 'pymobiledevice3', ...COMMAND_LINE },
  /** One that nobody has named: told to bring what Apple's programs bring, it adds to what is there. */
  tool: { title: 'a tool', byApple: false, fetchesApps: 'always', defaults: { ...WHOLE, remove: 'no' } },
} as const satisfies Readonly<Record<string, Program>>;
export type ProgramId = keyof typeof PROGRAMS;
export const PROGRAM_IDS = Object.keys(PROGRAMS) as [ProgramId, ...ProgramId[]];
export const PROGRAM_OPTIONS = Object.keys(WHOLE) as readonly ProgramOption[];

/** What a program does: what is stated, and its own defaults for the rest. */
export const optionsOf = (
  program: ProgramId,
  stated: Readonly<Partial<Record<ProgramOption, YesOrNo | undefined>>>,
): ProgramOptions => {
  const options: Record<ProgramOption, YesOrNo> = { ...PROGRAMS[program].defaults };
  for (const option of PROGRAM_OPTIONS) options[option] = stated[option] ?? options[option];
  return options;
};
