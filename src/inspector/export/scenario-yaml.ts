import { stringify } from 'yaml';
import { play, type Run } from '../../run/play.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';
import type { StoryStore } from '../state/story-store.ts';
import { scriptOf } from '../../stepping/hand-script.ts';

type Plain = Record<string, unknown>;

/**
 * The shown scenario as a file for `scenarios/`: changed conditions in its world, what was done by hand as its script,
 * and what it now leads to as its expectation. Unchanged, it is the text as it was read.
 */
export function scenarioAsYaml(store: StoryStore, text: string): string {
  const { scenario, changes, hand, recording } = store.getSnapshot();
  const changed = Object.keys(changes);
  if (changed.length === 0 && !hand) return text;
  const { expect: _before, attempts, script, ...rest } = scenario.stated;
  const stated: Plain = hand
    ? { ...rest, script: scriptOf(scenario, recording) }
    : { ...rest, ...(script === undefined ? {} : { script }), ...(attempts === undefined ? {} : { attempts }) };
  const run = played(stated, scenario.id);
  const notes = [
    ...(changed.length > 0 ? [`Changed conditions: ${changed.join(', ')}.`] : []),
    ...(hand
      ? ['The script was recorded by hand in the inspector; where it says nothing, the usual person goes on.']
      : []),
    ...(run.fingerprints.outcome === store.fingerprints.outcome
      ? []
      : [
          'Played from this file, the story goes further than it was taken by hand, so its end differs from ' +
            'the one that was shown.',
        ]),
  ];
  return [
    ...notes.map((note) => `# ${note.replaceAll(/[\r\n]/g, ' ')}\n`),
    stringify({ ...stated, expect: expectationOf(run) }, { lineWidth: 110 }),
  ].join('');
}

const played = (stated: Plain, id: string): Run =>
  play(
    scenarioFrom({ ...stated, expect: { outcome: 'in-progress' } }, id, (complaints) =>
      complaints.map(({ message }) => ({ file: id, message })),
    ),
  );

/** Outcome and fates of every item, as the first attempt leaves them. */
function expectationOf({ attempts }: Run): Plain {
  const [first, ...further] = attempts;
  const items = (first?.rows ?? []).flatMap((row) =>
    row.fate === null
      ? []
      : [[row.id, row.rule === null ? row.fate : { fate: row.fate, gate: row.gate, rule: row.rule }] as const],
  );
  return {
    outcome: first?.outcome ?? 'in-progress',
    ...(items.length > 0 ? { items: Object.fromEntries(items) } : {}),
    ...(further.length > 0
      ? { attempts: further.map(({ fingerprint }) => ({ same: fingerprint === first?.fingerprint })) }
      : {}),
  };
}
