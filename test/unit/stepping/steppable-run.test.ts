import { describe, expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import { play } from '../../../src/run/play.ts';
import { Recording } from '../../../src/stepping/recording.ts';
import { SteppableRun } from '../../../src/stepping/steppable-run.ts';
import { story } from '../stories.ts';

const DAY = 24 * 3_600_000;
const WORLD = {
  backups: [{ id: 'nightly', made: '2026-02-28' }],
  items: [{ category: 'messages', bytes: '20 MB' }, { category: 'payment-cards' }],
};
const scenario = story(WORLD);
const run = SteppableRun.play(scenario);
const { recording } = run;

const storyOf = (sent: ReturnType<SteppableRun['send']>): SteppableRun => {
  if ('story' in sent) return sent.story;
  throw new Error('it was refused');
};

describe('an event that is sent by hand', () => {
  const listing = recording.frames.findIndex(({ gate }) => gate === 'listing');

  test('goes on from there in a story of its own, and leaves the first as it was', () => {
    const before = JSON.stringify(recording.frames);
    const grown = storyOf(run.send(listing, { type: 'screen.tapped' }));
    expect(grown.recording.last).toBe(listing + 1);
    expect(grown.recording.frame(listing + 1).given).toMatchObject({ by: 'person', event: 'screen.tapped' });
    expect(grown.recording.frames.slice(0, listing + 1)).toEqual(recording.frames.slice(0, listing + 1));
    expect(JSON.stringify(recording.frames)).toBe(before);
    // What it ends in is its own, not that of the story that it left.
    expect(grown.fingerprints.journal).toBe(grown.recording.frame(grown.recording.last).chain);
    expect(grown.fingerprints).not.toEqual(run.fingerprints);
  });

  test('that nobody takes leaves no trace, and says who refused it', () => {
    const sent = run.send(listing, { type: 'stop.tapped' });
    expect(sent).toMatchObject({ recording: null, refused: { type: 'refused', event: 'stop.tapped' } });
    expect(run.possible(listing)).not.toContainEqual({ type: 'stop.tapped' });
    expect(run.recording).toBe(recording);
  });

  test('is possible exactly where it is offered', () => {
    const offered = run.possible(listing);
    expect(offered.length).toBeGreaterThan(2);
    for (const event of offered) expect('story' in run.send(listing, event)).toBe(true);
  });
});

describe('waiting', () => {
  test('goes to the next due moment and not beyond it', () => {
    const due = recording.frames.findIndex(
      (frame, index) => frame.given?.event === 'clock.moved' && frame.atMs > recording.frame(index - 1).atMs,
    );
    const waited = run.wait(due - 1);
    expect(waited.recording.last).toBe(due);
    expect(waited.recording.frame(due).atMs).toBe(recording.frame(due).atMs);
  });

  test('lets a day pass where nothing falls due', () => {
    const { last } = recording;
    const waited = run.wait(last);
    expect(waited.recording.last).toBe(last + 1);
    expect(waited.recording.frame(last + 1).atMs).toBe(recording.frame(last).atMs + DAY);
  });
});

describe('the usual course', () => {
  test('goes on step by step to the end that the play has, and then no further', () => {
    const begun = SteppableRun.played({
      scenario,
      lines: recording.cut(3).lines,
      chain: play(scenario).journal.chain.slice(0, 5),
      fingerprints: run.fingerprints,
    });
    const one = must(begun.goOn(), 'one more step');
    expect(one.recording.last).toBe(4);
    const three = must(one.goOn(3), 'three more steps');
    expect(three.recording.last).toBe(7);
    const whole = must(three.goOn(100_000), 'all the rest');
    expect(whole.recording.frames).toEqual(recording.frames);
    expect(whole.fingerprints).toEqual(run.fingerprints);
    expect(whole.goOn()).toBeUndefined();
  });
});

describe('coming nearer to a position', () => {
  test('takes as many steps as there is time for', () => {
    const fresh = SteppableRun.played({
      scenario,
      lines: recording.lines,
      chain: play(scenario).journal.chain,
      fingerprints: run.fingerprints,
    });
    let left = 4;
    const hasTime = (): boolean => (left -= 1) >= 0;
    expect(fresh.approach(10, hasTime)).toBe(false);
    left = 6;
    expect(fresh.approach(10, hasTime)).toBe(true);
    // The first turn came to the fourth step: six more were enough.
    expect(left).toBe(0);
    const there = fresh.possible(10);
    expect(there).toEqual(run.possible(10));
    expect(fresh.approach(10, () => false)).toBe(true);
    expect(fresh.possible(2)).toEqual(run.possible(2));
    // What is known of a position is kept, wherever the story stands now.
    expect(fresh.approach(10, () => false)).toBe(true);
    expect(fresh.possible(10)).toBe(there);
  });
});

describe('the proof that a run repeats itself', () => {
  test('has the steps and the time of both, and their fingerprints', () => {
    const { steps, simulatedMs, fingerprints } = play(scenario);
    const { runs, identical, firstDifference } = run.again();
    expect({ identical, firstDifference }).toEqual({ identical: true, firstDifference: null });
    const one = { ...fingerprints, steps, simulatedMs };
    expect(runs).toEqual([one, one]);
  });

  test('fails at the first line that a run has otherwise', () => {
    const { journal } = play(scenario);
    const at = journal.lines.findIndex(({ type }) => type === 'item.judged');
    const other = journal.lines.map((line, index) => (index === at ? { ...line, rule: 'some/other' } : line));
    const { step } = must(journal.lines[at], 'a verdict');
    // From there on the chain is another one.
    const chain = journal.chain.map((link, index) => (index < step ? link : `other ${index}`));
    const foreign = SteppableRun.played({
      scenario,
      lines: other as typeof journal.lines,
      chain,
      fingerprints: { outcome: run.fingerprints.outcome, journal: chain.at(-1) ?? '' },
    });
    const proof = foreign.again();
    expect(proof.identical).toBe(false);
    expect(proof.firstDifference).toMatchObject({ step });
    expect(proof.firstDifference?.first).toContain('some/other');
    expect(proof.firstDifference?.second).toBe(JSON.stringify(journal.lines[at]));
  });

  test('fails at the step that has no line in the other, and says so', () => {
    const played = play(scenario);
    const longer = SteppableRun.played({
      scenario,
      lines: [...recording.lines, { ...must(recording.lines.at(-1), 'a line'), step: recording.last + 2 }],
      chain: [...played.journal.chain, 'another'],
      fingerprints: run.fingerprints,
    });
    const { identical, firstDifference } = longer.again();
    expect(identical).toBe(false);
    expect(firstDifference).toMatchObject({
      step: recording.last + 2,
      first: JSON.stringify(longer.recording.lines.at(-1)),
    });
    expect(firstDifference?.second).toContain('nothing was given to');
  });

  test.each(['outcome', 'journal'])('fails when what was played elsewhere claims another %s', (which) => {
    const claims = SteppableRun.played({
      scenario,
      lines: recording.lines,
      chain: play(scenario).journal.chain,
      fingerprints: { ...run.fingerprints, [which]: 'another' },
    });
    expect(claims.again()).toMatchObject({ identical: false, firstDifference: null });
  });

  test('fails at a step whose fingerprint is another, though its lines are the same', () => {
    const forged = SteppableRun.played({
      scenario,
      lines: recording.lines,
      chain: [...play(scenario).journal.chain.slice(0, -1), 'another'],
      fingerprints: run.fingerprints,
    });
    const { firstDifference } = forged.again();
    expect(firstDifference).toMatchObject({ step: recording.last + 1, first: '' });
    expect(firstDifference?.second).toContain('came out differently');
  });

  test('fails at another last line, also where it claims the true end', () => {
    const { chain } = play(scenario).journal;
    const last = must(recording.lines.at(-1), 'a line');
    const foreign = SteppableRun.played({
      scenario,
      lines: [...recording.lines.slice(0, -1), { ...last, actor: 'another' }],
      chain: [...chain.slice(0, -1), 'another'],
      fingerprints: run.fingerprints,
    });
    expect(foreign.again()).toMatchObject({ identical: false, firstDifference: { step: last.step } });
  });
});

describe('attempts', () => {
  // Each ends where it begins: at the same gate.
  const stuck = story(
    { ...WORLD, accounts: [{ id: 'mara', password: 'forgotten' }] },
    { attempts: [{ change: {} }, { change: { 'device.name': 'other' } }] },
  );
  const frames = Recording.of(stuck.world, play(stuck).journal);
  const begins = frames.frames.flatMap(({ attempt }, index) =>
    attempt === (frames.frames[index - 1]?.attempt ?? 1) ? [] : [index],
  );

  test('are segments of their own, though the gate is the same on both sides of the border', () => {
    expect(begins).toHaveLength(2);
    const [second = 0] = begins;
    expect(frames.frame(second - 1).gate).toBe(frames.frame(second).gate);
    expect(frames.segments.map(({ from }) => from)).toEqual(expect.arrayContaining(begins));
    expect(frames.segments.filter(({ from, to }) => from < second && to >= second)).toEqual([]);
  });

  test('have worlds of their own, each on top of the one before, asked for in any order', () => {
    const twice = story(WORLD, {
      attempts: [{ change: { 'surroundings.wifi': 'off' } }, { change: { 'surroundings.power': 'off' } }],
    });
    const there = SteppableRun.play(twice);
    const offs = ([3, 1, 2] as const).map((attempt) => {
      const { wifi, power } = there.fileOf(attempt).world.surroundings;
      return [attempt, wifi, power];
    });
    expect(offs).toEqual([
      [3, 'off', 'off'],
      [1, 'on', 'on'],
      [2, 'off', 'on'],
    ]);
  });
});

test('a run told is the run played: its end, its time, its attempts and the world of the last', () => {
  const { lines, ...told } = SteppableRun.play(scenario).told;
  const { simulation: _, journal, ledger: _ledger, ...played } = play(scenario);
  expect(told).toEqual({ ...played, fingerprints: { ...played.fingerprints } });
  expect(lines).toEqual(journal.lines);
});

test('a story can be asked how it stands at a position, and not at one that it has not', () => {
  const { simulation } = play(scenario);
  expect(run.simulationAt(4).steps).toBe(5);
  expect(run.simulationAt(recording.last).now).toBe(simulation.now);
  expect(() => run.possible(recording.last + 1)).toThrow('a step that nothing was given to');
});
