import { stringify } from 'yaml';
import type { Outcome } from '../../model/fates.ts';
import { play } from '../../run/play.ts';
import { scenarioFrom } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Frame } from '../state/frame.ts';
import type { StoryStore } from '../state/story-store.ts';

type Plain = Record<string, unknown>;

/**
 * The shown scenario as a file for `scenarios/`: changed conditions in its world, what was done by hand as its script,
 * and what it now leads to as its expectation. Unchanged, it is the text as it was read.
 */
export function scenarioAsYaml(store: StoryStore, text: string): string {
  const { scenario, changes, hand } = store.getSnapshot();
  if (Object.keys(changes).length === 0 && !hand) return text;
  const { tape } = store.getSnapshot();
  const stated: Plain = { ...scenario.stated, ...(hand ? { script: scriptOf(tape.frames), attempts: undefined } : {}) };
  delete (stated['attempts'] === undefined ? stated : {})['attempts'];
  const expected = expectationOf(stated, scenario);
  const notes = [hand ? ' Its script was recorded by hand in the inspector.' : '', Object.keys(changes).length > 0 ? ` Changed conditions: ${Object.keys(changes).join(', ')}.` : ''].filter((note) => note !== '');
  return `${notes.map((note) => `#${note.replaceAll(/[\r\n]/g, ' ')}\n`).join('')}${stringify({ ...stated, expect: expected }, { lineWidth: 110 })}`;
}

/** What the person and the surroundings did, with the time that passed between. */
function scriptOf(frames: readonly Frame[]): Plain[] {
  const script: Plain[] = [];
  let last = 0;
  for (const { given, at, refused } of frames) {
    if (!given || given.by === 'clock' || given.by === 'run') continue;
    if (at > last) script.push({ wait: `${Math.round((at - last) / 1000)} seconds` });
    script.push({ do: given.event, ...given.data, ...(refused ? { refused: true } : {}) });
    last = at;
  }
  const [end] = [frames.at(-1)];
  if (end && end.at > last) script.push({ wait: `${Math.round((end.at - last) / 1000)} seconds` });
  if (end?.outcome === 'in-progress') script.push({ end: 'story' });
  return script;
}

/** What the file leads to when it is played: outcome and fates of every item. */
function expectationOf(stated: Plain, { id }: Scenario): Plain {
  const run = play(scenarioFrom({ ...stated, expect: { outcome: 'in-progress' } }, id, (complaints) => complaints.map(({ message }) => ({ file: id, message }))));
  const first = run.attempts[0];
  const items = Object.fromEntries((first?.rows ?? []).flatMap((row) => (row.fate === null ? [] : [[row.id, row.rule === null ? row.fate : { fate: row.fate, gate: row.gate, rule: row.rule }]])));
  const outcome: Outcome = first?.outcome ?? 'in-progress';
  return { outcome, ...(Object.keys(items).length > 0 ? { items } : {}) };
}
