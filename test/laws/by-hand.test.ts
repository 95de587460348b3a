import { expect } from 'vitest';
import { recordToScenario } from '../../src/insight/explain/record-to-scenario.ts';
import { compareWithExpectation } from '../../src/run/expected.ts';
import { readAddress, writeAddress } from '../../src/inspector/state/address.ts';
import { StoryStore } from '../../src/inspector/state/story-store.ts';
import { Journal } from '../../src/run/journal.ts';
import { type Handled, handled, playText } from './by-hand.ts';
import { law } from './law.ts';

law(
  'what was done by hand, saved and played again, gives the same journal step by step, and holds at once',
  handled(),
  (story) => {
    const run = playText(story.save());
    expect(run.journal.toText()).toBe(story.journal);
    expect(run.fingerprints).toEqual(story.store.fingerprints);
    expect(compareWithExpectation(run)).toEqual([]);
  },
  60,
);

/** What a page does that a link is opened in. */
async function follow({ store }: Handled, other: StoryStore): Promise<void> {
  const { changes, position, hand } = store.getSnapshot();
  const { view, machinery } = store.picked.getSnapshot();
  const hash = await writeAddress({ source: { id: 'a/story' }, changes, position, view, machinery, hand });
  const address = await readAddress(hash);
  if (!address) throw new Error('the link is empty');
  other.goTo(address.position);
  if (address.hand) expect(other.replayHand(address.hand)).toBe(true);
  other.goTo(address.position);
}

law(
  'what was saved is saved again as it is',
  handled(),
  (story) => {
    const text = story.save();
    const again = StoryStore.play(playText(text).scenario);
    expect(recordToScenario(again.told, { file: 'saved.yaml' })).toBe(text);
  },
  20,
);

law(
  'a link leads to the same journal and the same step',
  handled(),
  async (story) => {
    const store = StoryStore.play(story.scenario);
    await follow(story, store);
    expect(new Journal(store.told.lines).toText()).toBe(story.journal);
    expect(store.getSnapshot().position).toBe(story.store.getSnapshot().position);
    expect(store.fingerprints).toEqual(story.store.fingerprints);
  },
  40,
);
