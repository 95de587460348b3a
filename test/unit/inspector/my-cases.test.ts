import { describe, expect, test } from 'vitest';
import { MyCases, type BrowserStore } from '../../../src/inspector/intake/my-cases.ts';

/** What a browser keeps, with an end. */
class Held implements BrowserStore {
  readonly #held = new Map<string, string>();
  readonly #room: number;

  constructor(room = 10_000) {
    this.#room = room;
  }

  get length(): number {
    return this.#held.size;
  }

  readonly key = (index: number) => [...this.#held.keys()][index] ?? null;
  readonly getItem = (key: string) => this.#held.get(key) ?? null;
  readonly removeItem = (key: string) => void this.#held.delete(key);
  readonly setItem = (key: string, value: string) => {
    const others = [...this.#held].reduce((sum, [name, held]) => sum + (name === key ? 0 : held.length), 0);
    if (others + value.length > this.#room) throw new DOMException('full', 'QuotaExceededError');
    this.#held.set(key, value);
  };
}

function opened(shelf: BrowserStore | null = new Held()) {
  let now = 1000;
  return new MyCases(shelf, () => (now += 1));
}
const titles = (cases: MyCases) => cases.getSnapshot().cases.map(({ title }) => title);
const kept = (cases: MyCases, title: string) => {
  const found = cases.getSnapshot().cases.find((one) => one.title === title);
  if (!found) throw new Error(`no case “${title}”`);
  return found;
};

test('keeps cases, the newest first, and finds them again', () => {
  const shelf = new Held();
  const cases = opened(shelf);
  cases.keep({ title: 'A', text: 'a: 1' });
  cases.keep({ title: 'B', text: 'b: 1' });
  expect(titles(cases)).toEqual(['B', 'A']);
  expect(titles(opened(shelf))).toEqual(['B', 'A']);
  expect(kept(opened(shelf), 'A').text).toBe('a: 1');
});

describe('nothing is overwritten without asking', () => {
  test('another case with the same title', () => {
    const cases = opened();
    cases.keep({ title: 'A', text: 'a: 1' });
    expect(cases.keep({ title: 'A', text: 'a: 2' })).toMatchObject({ exists: { title: 'A', text: 'a: 1' } });
    expect(kept(cases, 'A').text).toBe('a: 1');
    cases.keep({ title: 'A', text: 'a: 2' }, kept(cases, 'A'));
    expect(cases.getSnapshot().cases.map(({ text }) => text)).toEqual(['a: 2']);
  });

  test('the same case, changed in another window meanwhile', () => {
    const shelf = new Held();
    const [here, there] = [opened(shelf), opened(shelf)];
    here.keep({ title: 'A', text: 'a: 1' });
    const seen = kept(here, 'A');
    there.refresh();
    there.keep({ title: 'A', text: 'a: there' }, kept(there, 'A'));
    expect(here.keep({ title: 'A', text: 'a: here' }, seen)).toMatchObject({ exists: { text: 'a: there' } });
    expect(kept(here, 'A').text).toBe('a: there');
  });

  test('a title that another case has', () => {
    const cases = opened();
    cases.keep({ title: 'A', text: 'a: 1' });
    cases.keep({ title: 'B', text: 'b: 1' });
    expect(cases.rename(kept(cases, 'B').id, 'A')).toBe(false);
    expect(cases.rename(kept(cases, 'B').id, ' ')).toBe(false);
    expect(cases.rename(kept(cases, 'B').id, 'C')).toBe(true);
    expect(titles(cases).toSorted()).toEqual(['A', 'C']);
  });
});

test('what was deleted comes back with one step, as it was', () => {
  const cases = opened();
  cases.keep({ title: 'A', text: 'a: 1' });
  const before = cases.getSnapshot().cases;
  cases.delete(kept(cases, 'A').id);
  expect(titles(cases)).toEqual([]);
  cases.undo();
  expect(cases.getSnapshot().cases).toEqual(before);
  expect(cases.getSnapshot().deleted).toBeNull();
});

test('an entry that cannot be read is told and left as it is, and harms no other', () => {
  const shelf = new Held();
  const cases = opened(shelf);
  cases.keep({ title: 'A', text: 'a: 1' });
  const broken = { cut: '{"v":1,"title":"B"', partless: '{"v":1,"title":"B"}', newer: '{"v":2,"title":"B","x":1}' };
  for (const [id, raw] of Object.entries(broken)) shelf.setItem(`restore-sim.case.${id}`, raw);
  shelf.setItem('of-somebody-else', 'x');
  cases.refresh();
  expect(titles(cases)).toEqual(['A']);
  expect(cases.getSnapshot().damaged.map(({ id, raw }) => [id, raw])).toEqual(
    Object.entries(broken).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  expect(cases.getSnapshot().damaged.find(({ id }) => id === 'newer')?.says).toContain('newer version');
  cases.keep({ title: 'B', text: 'b: 1' });
  expect(shelf.getItem('restore-sim.case.cut')).toBe(broken.cut);
});

test('a full browser and a closed one say what to do, and lose nothing', () => {
  const cases = opened(new Held(300));
  cases.keep({ title: 'A', text: 'a: 1' });
  expect(cases.keep({ title: 'B', text: 'x'.repeat(400) })).toHaveProperty('failed');
  expect(cases.getSnapshot().trouble).toContain('save this one as a file');
  expect(titles(cases)).toEqual(['A']);
  expect(opened(null).keep({ title: 'A', text: 'a: 1' })).toHaveProperty('failed');
  expect(opened(null).getSnapshot().trouble).toContain('as a file');
});

test('the draft has a place of its own and is no case', () => {
  const shelf = new Held();
  const cases = opened(shelf);
  cases.keepDraft({ title: 'half', text: 'a: 1', draft: { id: 'x' }, done: false });
  expect(titles(opened(shelf))).toEqual([]);
  expect(opened(shelf).draft).toMatchObject({ title: 'half', text: 'a: 1', draft: { id: 'x' }, done: false });
  cases.dropDraft();
  expect(opened(shelf).draft).toBeNull();
});
