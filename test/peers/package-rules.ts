import type { ManifestKind } from './schemas.ts';

/** What a package must be so that an LMS finds its way, and no schema can see. */
export function packageFaults(kind: ManifestKind, files: Readonly<Record<string, string>>): string[] {
  const name = kind === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml';
  const manifest = files[name];
  if (manifest === undefined) return [`there is no ${name} at the root`];
  const all = (pattern: RegExp): string[] => [...manifest.matchAll(pattern)].map(([, found = '']) => found);
  const faults: string[] = [];
  const pages = kind === 'cmi5' ? all(/<url>([^<?]*)/g) : all(/ href="([^"?]*)"/g);
  if (pages.length === 0) faults.push('nothing is opened');
  faults.push(...pages.filter((page) => !(page in files)).map((page) => `${page} is not in the package`));
  if (kind === 'cmi5') return faults;
  const [word, version] = kind === 'scorm12' ? ['scormtype', '1.2'] : ['scormType', '2004 4th Edition'];
  if (!manifest.includes(`adlcp:${word}="sco"`)) faults.push(`no resource is adlcp:${word}="sco"`);
  if (!manifest.includes(`<schemaversion>${version}</schemaversion>`)) faults.push(`it does not say ${version}`);
  const resources = all(/<resource identifier="([^"]*)"/g);
  for (const reference of all(/identifierref="([^"]*)"/g))
    if (!resources.includes(reference)) faults.push(`an item opens ${reference}, which does not exist`);
  const [first] = all(/<organizations default="([^"]*)"/g);
  if (first === undefined || !all(/<organization identifier="([^"]*)"/g).includes(first))
    faults.push('the first organization does not exist');
  return faults;
}
