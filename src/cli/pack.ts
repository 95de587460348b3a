import { type Command, Option } from 'commander';
import { PACKAGE_KINDS, type PackageWord } from '../teach/pack/package-kinds.ts';
import { packageOf } from '../teach/pack/packages.ts';
import { packedLesson } from '../teach/pack/packed-lessons.ts';
import type { PlayerKit } from '../teach/pack/player-page.ts';
import { LEARNER_CODE } from '../teach/variant.ts';
import { builtText } from './built.ts';
import { guarded } from './faults.ts';
import { atTop, readText } from './files.ts';
import { lessonSources, openLessonToGive } from './lesson-files.ts';
import { print } from './terminal.ts';
import { refuseExisting, writeWhole } from './write-whole.ts';

interface Options {
  readonly as: PackageWord;
  readonly seed?: string;
  readonly seeds?: string;
  readonly output: string;
  readonly force?: true;
}

export function register(program: Command): void {
  program
    .command('pack')
    .summary('make one file of lessons, for a learning management system or to open from disk')
    .description(
      'Puts lessons into one file that plays them: a package for a learning management system, or a page that opens ' +
        'from disk. Equal lessons give equal bytes. What is right is in no package: it is worked out while playing.',
    )
    .argument('<lesson...>', 'lesson files, or names of those in the folder “lessons”')
    .addOption(
      new Option('--as <kind>', `what it is for (${kindsInWords()})`)
        .choices(Object.keys(PACKAGE_KINDS))
        .makeOptionMandatory(),
    )
    .addOption(new Option('--seed <code>', 'the code of everybody who opens it').conflicts('seeds'))
    .option('--seeds <file>', 'a text file of codes, one in a line; every learner gets one of them')
    .requiredOption('-o, --output <file>', 'the file to write')
    .option('--force', 'write over a file that exists')
    .action(guarded(pack));
}

const kindsInWords = (): string =>
  Object.entries(PACKAGE_KINDS)
    .map(([word, { title }]) => `${word}: ${title}`)
    .join('; ');

function pack(named: readonly string[], { as, seed, seeds, output, force = false as true }: Options): void {
  refuseExisting(output, force);
  const sources = lessonSources();
  const lessons = named.map((one) => openLessonToGive(one, sources));
  const codes = seed === undefined ? (seeds === undefined ? undefined : codesIn(seeds)) : [codeIn(seed, '--seed', 1)];
  if (as === 'sheet' && codes === undefined)
    throw atTop('--as sheet', 'a sheet belongs to a code', 'Add --seed CODE, or --seeds FILE for a class.');
  const packed = {
    lessons: Object.fromEntries(lessons.map((lesson) => [lesson.id, packedLesson(lesson, sources.scenario)])),
    ...(codes === undefined ? {} : { codes }),
  };
  const file = packageOf(as, playerKit(), packed, lessons);
  writeWhole(output, file, force);
  const size = Math.ceil((typeof file === 'string' ? Buffer.byteLength(file) : file.length) / 1000);
  print(`${output}: ${lessons.map(({ title }) => `“${title}”`).join(', ')} as ${as}, ${size} kB`);
}

function codesIn(file: string): string[] {
  const lines = readText(file)
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '');
  if (lines.length === 0) throw atTop(file, 'there is no code in this file', 'Write one code in each line.');
  return lines.map(({ line, number }) => codeIn(line, file, number));
}

function codeIn(text: string, file: string, line: number): string {
  if (LEARNER_CODE.test(text)) return text;
  throw atTop(
    `${file}${line === 1 ? '' : `, line ${line}`}`,
    `“${text.slice(0, 40)}” cannot be a code`,
    'A code has letters, digits and hyphens, 64 at most, and begins with a letter or a digit.',
  );
}

function playerKit(): PlayerKit {
  const kit = builtText('lesson-kit.json');
  if (kit === undefined) throw new Error('the lesson player is not built; “npm run build” builds it');
  return JSON.parse(kit) as PlayerKit;
}
