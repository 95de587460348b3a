interface PackageKind {
  /** For people, in help and in menus. */
  readonly title: string;
  readonly ending: string;
  readonly type: string;
}

/** Everything a lesson can be handed out as. What writes a package stands apart: a menu needs none of it. */
export const PACKAGE_KINDS = {
  scorm12: { title: 'SCORM 1.2, for nearly every LMS', ending: '.scorm12.zip', type: 'application/zip' },
  scorm2004: {
    title: 'SCORM 2004, with the wording of every question',
    ending: '.scorm2004.zip',
    type: 'application/zip',
  },
  cmi5: { title: 'cmi5, for an LMS with a learning record store', ending: '.cmi5.zip', type: 'application/zip' },
  html: { title: 'One page that opens from disk', ending: '.html', type: 'text/html' },
  sheet: { title: 'Sheets and keys to print, for each code', ending: '.sheets.html', type: 'text/html' },
} as const satisfies Readonly<Record<string, PackageKind>>;
export type PackageWord = keyof typeof PACKAGE_KINDS;
