import { formatCount } from '../../model/bytes.ts';
import { InputError } from '../../model/problem.ts';
import { formatElapsed } from '../../model/time.ts';
import { play } from '../../run/play.ts';
import { withChanges } from '../../scenario/change.ts';
import { MAX_ITEMS_LENGTH } from '../../scenario/file-limits.ts';
import type { Beside } from '../../scenario/item-lines.ts';
import { loadScenario } from '../../scenario/load.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { StoryStore } from '../state/story-store.ts';
import type { OpenedBeside, Wanted } from './wanted.ts';

/** Only workers have it; the types here are those of pages. */
declare const FileReaderSync: new () => { readonly readAsText: (file: Blob) => string };

type OnProgress = (says: () => string) => void;

/** Reads a scenario and plays it to its end. Throws an InputError when that cannot be done. */
export function openWanted(wanted: Wanted, onProgress: OnProgress): OpenedBeside {
  const { changes, hand } = wanted;
  const given = scenarioOf(wanted, onProgress);
  const { journal, fingerprints, scenario } = play(withChanges(given, changes), {
    onStep: ({ steps, now }) =>
      onProgress(() => `Playing: step ${formatCount(steps)}, ${formatElapsed(now)} simulated`),
  });
  const run = { scenario, lines: journal.lines, chain: journal.chain, fingerprints };
  const opened = { given, changes, run, hand: null };
  if (!hand) return { story: opened, isWhole: true };
  const store = StoryStore.opened(opened);
  const isWhole = store.replayHand(hand);
  return { story: store.opened, isWhole };
}

function scenarioOf({ file, id, from }: Wanted, onProgress: OnProgress): Scenario {
  return 'text' in from
    ? loadScenario(from.text, file, id, besideOf(file, from.beside, onProgress))
    : scenarioFrom(from.stated, id, (complaints) => complaints.map(({ message }) => ({ file, message })));
}

/** The files that came together with a scenario; only the one that it names is read. */
const besideOf = (scenario: string, files: readonly File[], onProgress: OnProgress): Beside => ({
  read: (name) => {
    const found = files.find((file) => file.name === name);
    if (!found)
      throw refused(
        name,
        'the file did not come with it',
        `Drop “${scenario}” and “${name}” together, or their folder.`,
      );
    if (found.size > MAX_ITEMS_LENGTH * 4)
      throw refused(
        name,
        `the file is too large (${formatCount(found.size)} bytes)`,
        `A file of items has at most ${formatCount(MAX_ITEMS_LENGTH)} characters.`,
      );
    return { file: name, text: new FileReaderSync().readAsText(found) };
  },
  onLines: (lines) => onProgress(() => `Reading items: ${formatCount(lines)} lines`),
});

const refused = (file: string, message: string, advice: string): InputError =>
  new InputError([{ file, message, advice }]);
