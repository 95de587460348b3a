import { KNOWN_FILES } from './known-files.ts';
import type { SampleFile } from './list-writer.ts';
import { SAMPLE_APPS, SAMPLE_PERSON } from './person.ts';
import { Seeded } from './seeded.ts';

export interface FilesWishes {
  readonly seed: number;
  /** Rows of the list, folders included; never fewer than the files that every backup has. */
  readonly rows: number;
  readonly isEncrypted: boolean;
  /** When it was made, in milliseconds since 1970. */
  readonly made: number;
}

const [FOLDER, FILE, LINK] = [0o40755, 0o100644, 0o120755];
const PRIVATE_FILE = 0o100600;
/** Of a real list of 3,721 rows: 562 containers, 492 of them without any file. */
const EMPTY_CONTAINERS_IN_A_THOUSAND = 132;
/** However many files it has grown to: containers come with apps. */
const MOST_CONTAINERS = 1400;
const TWO_YEARS = 63_072_000;

/** The files of a phone that has been used for two years, in the order in which a list keeps them. */
export function* sampleFiles({ seed, rows, isEncrypted, made }: FilesWishes): Generator<SampleFile> {
  const seeded = new Seeded(seed);
  const now = Math.floor(made / 1000);
  const folders = new Folders(() => now - seeded.below(TWO_YEARS));
  let left = rows;
  const known = KNOWN_FILES.filter(({ onlyEncrypted }) => isEncrypted || !onlyEncrypted);
  for (const { domain, path, size, protectionClass } of known)
    for (const file of folders.with({
      domain,
      path,
      kind: 'file',
      size: Math.floor(size * (0.5 + seeded.next())),
      mode: seeded.below(5) < 3 ? PRIVATE_FILE : FILE,
      protectionClass,
      modified: now - seeded.below(TWO_YEARS),
    })) {
      left -= 1;
      yield file;
    }
  left -= 1;
  yield {
    domain: 'DatabaseDomain',
    path: 'timezone/localtime',
    kind: 'link',
    size: 0,
    mode: LINK,
    protectionClass: 0,
    modified: now - seeded.below(TWO_YEARS),
    target: SAMPLE_PERSON.linkTarget,
  };
  const containers = Math.min(MOST_CONTAINERS, Math.floor((rows * EMPTY_CONTAINERS_IN_A_THOUSAND) / 1000));
  for (let index = containers; index > 0 && left > 1; index -= 1) {
    left -= 1;
    yield folders.container(`AppDomainPlugin-com.example.app${index % 120}.extension${index}`);
  }
  while (left > 0)
    for (const file of folders.with(grown(seeded, left, now))) {
      if (left <= 0) break;
      left -= 1;
      yield file;
    }
}

/** What grows with use: pictures, attachments, and what apps keep. */
function grown(seeded: Seeded, number: number, now: number): SampleFile {
  const modified = now - seeded.below(TWO_YEARS);
  const file = (domain: string, path: string, size: number, protectionClass: number): SampleFile => ({
    domain,
    path,
    kind: 'file',
    size,
    mode: seeded.below(5) < 3 ? PRIVATE_FILE : FILE,
    protectionClass,
    modified,
  });
  const kind = seeded.below(100);
  const counter = String(number).padStart(7, '0');
  if (kind < 30) {
    const isVideo = seeded.below(20) === 0;
    const roll = 100 + Math.floor(number / 1000);
    return file(
      'CameraRollDomain',
      `Media/DCIM/${roll}APPLE/IMG_${counter}.${isVideo ? 'MOV' : 'HEIC'}`,
      isVideo ? 2e7 + seeded.below(1e8) : 9e5 + seeded.below(2_500_000),
      3,
    );
  }
  if (kind < 42) {
    const place = `Library/SMS/Attachments/${(number % 256).toString(16).padStart(2, '0')}/${number % 16}`;
    return file('MediaDomain', `${place}/${counter}.jpeg`, 3e4 + seeded.below(900_000), 4);
  }
  let share = seeded.below(SAMPLE_APPS.reduce((sum, app) => sum + app.share, 0));
  const app = SAMPLE_APPS.find((one) => (share -= one.share) < 0) ?? SAMPLE_APPS[0];
  const inGroup = app.group !== undefined && seeded.below(3) > 0;
  return file(
    inGroup ? `AppDomainGroup-${app.group}` : `AppDomain-${app.id}`,
    `${inGroup ? 'Message/Media' : 'Documents'}/${number % 97}/${counter}.dat`,
    seeded.fileSize(),
    3,
  );
}

/** Every folder above a file is a row too, the container itself among them, and stands before what is in it. */
class Folders {
  readonly #known = new Set<string>();
  readonly #modified: () => number;

  constructor(modified: () => number) {
    this.#modified = modified;
  }

  *with(file: SampleFile): Generator<SampleFile> {
    const parts = file.path.split('/');
    for (let depth = 0; depth < parts.length; depth += 1) {
      const path = parts.slice(0, depth).join('/');
      const key = `${file.domain}-${path}`;
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      yield this.#folder(file.domain, path);
    }
    yield file;
  }

  container = (domain: string): SampleFile => this.#folder(domain, '');

  #folder = (domain: string, path: string): SampleFile => ({
    domain,
    path,
    kind: 'folder',
    size: 0,
    mode: FOLDER,
    protectionClass: 0,
    modified: this.#modified(),
  });
}
