import { describe, expect, test } from 'vitest';
import { isEnd } from '../../../src/model/fates.ts';
import { must } from '../../../src/model/must.ts';
import { play, type PlayOptions } from '../../../src/run/play.ts';
import { ScriptError } from '../../../src/run/script-error.ts';
import { whyNot } from '../../../src/run/script-player.ts';
import type { Simulation } from '../../../src/run/simulation.ts';
import type { DoEntry } from '../../../src/scenario/scenario.ts';
import { problemsOf, story } from '../stories.ts';

type Plain = Record<string, unknown>;
const HOUR = 3_600_000;
const WORLD = { backups: [{ id: 'b', made: '2026-02-28' }], items: [{ category: 'messages' }] };
const WAITING = { backups: WORLD.backups, items: [{ category: 'local-files', bytes: '2 GB' }] };

const told = (script: readonly Plain[], rest: Plain = {}, world: Plain = WORLD) =>
  play(story(world, { script, ...rest }));
/** What was given from outside, with its step and the minute. */
const given = (script: readonly Plain[], rest: Plain = {}, world: Plain = WORLD) =>
  told(script, rest, world).journal.lines.flatMap((line) =>
    line.type === 'event' ? [`${line.step} ${Math.round(line.atMs / 60_000)} ${line.event}`] : [],
  );
function faultOf(script: readonly Plain[], rest: Plain = {}, world: Plain = WORLD) {
  try {
    told(script, rest, world);
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    const { file, message, advice } = must(error.problems[0], 'the problem');
    return { entry: error.entry, path: error.path, file, message, advice };
  }
  return undefined;
}

describe('an entry that names its step', () => {
  const usual = () => given([]);

  test('comes as that step, after the usual course up to there', () => {
    for (const step of [2, 3, 5]) {
      const lines = given([{ do: 'screen.tapped', step }]);
      expect(lines.slice(0, step - 2)).toEqual(usual().slice(0, step - 2));
      expect(lines[step - 2]).toMatch(new RegExp(`^${step} \\d+ screen\\.tapped$`));
    }
  });

  test('that never comes is refused: the story goes no further by itself', () => {
    const last = told([]).steps;
    expect(faultOf([{ do: 'screen.tapped', step: last + 2 }])).toEqual({
      entry: 0,
      path: ['script', 0],
      file: 'a-test/story',
      message: `step ${last + 2} does not come in this story: it stands at step ${last}`,
      advice: 'It goes no further by itself. Name a step that comes, or leave “step” out.',
    });
    expect(faultOf([{ do: 'screen.tapped', step: last + 1 }])).toBeUndefined();
  });

  test('that is over already is refused', () => {
    const { steps } = told([{ wait: '1 day' }, { end: 'here' }]);
    const over = (step: number) => faultOf([{ wait: '1 day' }, { end: 'here', step }]);
    expect(over(steps + 1)).toBeUndefined();
    for (const step of [steps - 1, steps])
      expect(over(step)).toMatchObject({
        entry: 1,
        path: ['script', 1],
        message: `step ${step} does not come in this story: it stands at step ${steps}`,
        advice: 'Name a later step, or leave “step” out.',
      });
  });

  test('counts from the beginning of its own attempt, and is told there', () => {
    const attempts = [{ script: [{ do: 'screen.tapped', step: 3 }] }];
    const { journal, attempts: ended } = told([], { attempts });
    const began = must(
      journal.lines.find(({ type }) => type === 'attempt.began'),
      'the second attempt',
    ).step;
    const tap = journal.lines.find((line) => line.type === 'event' && line.event === 'screen.tapped');
    expect(tap?.step).toBe(began + 2);
    expect(ended).toHaveLength(2);
    expect(faultOf([], { attempts: [{ script: [] }, { script: [{ do: 'stop.tapped' }] }] })).toMatchObject({
      entry: 0,
      path: ['attempts', 1, 'script', 0],
    });
  });

  test('is told after the end too, where nothing else is', () => {
    const end = { end: 'story' };
    const { steps } = told([end]);
    expect(told([end, { wait: '1 hour' }]).steps).toBe(steps);
    expect(told([end, { wait: '1 hour', step: steps + 1 }]).steps).toBeGreaterThan(steps);
    expect(told([{ end: 'here' }, { wait: '1 hour' }]).steps).toBe(1);
  });
});

describe('time', () => {
  test('that is waited for passes whole, with what falls due in it', () => {
    const { simulatedMs } = told([{ wait: '3 hours' }, { end: 'here' }], {}, WAITING);
    expect(simulatedMs).toBe(3 * HOUR);
    expect(told([{ wait: '10 minutes' }, { wait: '10 minutes' }, { end: 'here' }], {}, WAITING).simulatedMs).toBe(
      HOUR / 3,
    );
  });

  test('up to what is due at its end passes once', () => {
    const began = [{ do: 'backup.chosen', backup: 'b' }];
    const msOf = (...waits: readonly Plain[]) => told([...began, ...waits, { end: 'here' }], {}, WAITING).simulatedMs;
    const until = msOf({ wait: 'next' });
    const stepsOf = (...script: readonly Plain[]) => {
      const seen: number[] = [];
      const run = play(story(WAITING, { script: [...script, { end: 'here' }] }), {
        onStep: ({ steps }) => void seen.push(steps),
      });
      return { seen, run };
    };
    const { seen, run } = stepsOf(...began, { wait: `${(until - msOf()) / 1000} seconds` });
    expect(run.simulatedMs).toBe(until);
    expect(seen).toEqual([...new Set(seen)]);
    expect(stepsOf({ wait: '1 day', untouched: true }).seen).toEqual([2]);
  });

  test('to the next thing that is due is one step, and where nothing is due that is told', () => {
    const [first, next] = [
      [{ do: 'backup.chosen', backup: 'b' }],
      [{ do: 'backup.chosen', backup: 'b' }, { wait: 'next' }],
    ].map((script) => told([...script, { end: 'here' }]));
    expect(must(next, 'the longer').steps).toBe(must(first, 'the shorter').steps + 1);
    expect(must(next, 'the longer').simulatedMs).toBeGreaterThan(must(first, 'the shorter').simulatedMs);
    expect(faultOf([{ wait: 'next' }])).toEqual({
      entry: 0,
      path: ['script', 0],
      file: 'a-test/story',
      message: 'nothing is due here that one could wait for',
      advice: 'Write a duration instead of “next”.',
    });
  });

  test('passes untouched, or with the usual taps in it', () => {
    expect(given([{ wait: '1 day', untouched: true }, { end: 'here' }])).toEqual(['2 1440 clock.moved']);
    expect(given([{ wait: '1 day' }, { end: 'here' }]).length).toBeGreaterThan(5);
  });

  test('after the beginning of a part is counted from there, and nothing overtakes it', () => {
    const at = (more: Plain) => {
      const { lines } = told([{ do: 'wifi.lost', ...more }], {}, WAITING).journal;
      return must(
        lines.find((line) => line.type === 'event' && line.event === 'wifi.lost'),
        'the loss',
      ).atMs;
    };
    const began = at({ during: 'download' });
    expect(began).toBeGreaterThan(0);
    expect(at({ during: 'download', after: '10 minutes' })).toBe(began + HOUR / 6);
    expect(at({ during: 'download', after: '0 seconds' })).toBe(began);
  });
});

describe('what cannot be done is told with what can', () => {
  test('in this story', () => {
    const fault = faultOf([{ do: 'stop.tapped', during: 'over' }]);
    expect(fault).toMatchObject({ entry: 0, message: '“stop.tapped” is not possible during over' });
    expect(fault?.advice).toMatch(/^The story stands at: over.*\. Possible here: \S/);
    expect(fault?.advice).not.toContain('stop.tapped');
    expect(faultOf([{ do: 'stop.tapped' }])).toMatchObject({
      message: '“stop.tapped” is not possible in this story',
      advice: fault?.advice,
    });
    const [, listed] = /Possible here: (.*)\.$/.exec(fault?.advice ?? '') ?? [];
    const { simulation } = told([]);
    expect(listed?.split(', ')).toEqual([...new Set(simulation.possible().map(({ type }) => type))]);
    const [early] = problemsOf(() => told([{ do: 'screen.tapped', during: 'set-up', refused: true }]));
    expect(early?.advice).not.toContain('screen.tapped');
  });

  test('and with the words of what says no, and what it saw', () => {
    const { simulation } = told([{ end: 'here' }]);
    expect(whyNot(simulation, { do: 'wifi.back' })).toBe('Wi-Fi is there already. (Wi-Fi: true) ');
    expect(whyNot(simulation, { do: 'quickStart.begun' })).toMatch(/ \(route: icloud; reason: null\) $/);
  });

  test('during a part that does not come, as a step', () => {
    expect(faultOf([{ do: 'screen.tapped', during: 'in-use' }])).toMatchObject({
      message: '“screen.tapped” is not possible during in-use',
      advice: expect.stringMatching(
        /“screen\.tapped” is possible there: leave “during” and “step” out, or name that part\.$/,
      ) as string,
    });
    expect(faultOf([{ do: 'stop.tapped', step: 2 }])).toMatchObject({
      message: '“stop.tapped” is not possible as step 2',
      advice: expect.stringMatching(/^The story stands at: set-up\. Possible here: /) as string,
    });
  });

  test('and a refusal that does not come is one too', () => {
    expect(faultOf([{ do: 'screen.tapped', during: 'set-up', refused: true }])).toMatchObject({
      message: '“screen.tapped” was accepted here, although the script says it is refused',
      advice: expect.stringMatching(/^The story stands at: set-up\. Possible here: /) as string,
    });
    expect(faultOf([{ do: 'stop.tapped', during: 'set-up', refused: true }])).toBeUndefined();
    expect(problemsOf(() => play(story(WORLD, { script: [{ do: 'stop.tapped', during: 'set-up' }] })))).toHaveLength(1);
  });

  test('unless other conditions may let it through', () => {
    const scenario = story(WORLD, { script: [{ do: 'screen.tapped', during: 'set-up', refused: true }] });
    expect(play(scenario, { refusalsMayFall: true }).outcome).toBe('completed');
    // What is refused although the script says nothing of it stays a mistake.
    const other = story(WORLD, { script: [{ do: 'stop.tapped', step: 2 }] });
    expect(() => play(other, { refusalsMayFall: true })).toThrow(ScriptError);
  });
});

describe('whoever watches', () => {
  const scenario = story(WORLD, { attempts: [{}, {}] });
  const watched = (until: (simulation: Simulation) => boolean | void): [readonly number[], ReturnType<typeof play>] => {
    const seen: number[] = [];
    const options: PlayOptions = {
      onStep: (simulation) => {
        seen.push(simulation.steps);
        return until(simulation);
      },
    };
    const run = play(scenario, options);
    return [seen, run];
  };

  test('is shown each step once, those that begin an attempt too', () => {
    const [seen, run] = watched(() => {});
    expect(seen).toEqual(
      Array.from({ length: run.steps - 1 }, (_, at) => at + 2).filter((step) => seen.includes(step)),
    );
    expect(new Set(seen).size).toBe(seen.length);
    for (const line of run.journal.lines) if (line.type === 'attempt.began') expect(seen).toContain(line.step);
    expect(run.attempts).toHaveLength(3);
  });

  test('ends the story at the step that it says, and no attempt comes after', () => {
    const [seen, run] = watched(({ steps }) => steps < 4);
    expect(seen).toEqual([2, 3, 4]);
    expect([run.steps, run.attempts.length, run.outcome]).toEqual([4, 1, 'in-progress']);
    const began = must(
      watched(() => {})[1].journal.lines.find(({ type }) => type === 'attempt.began'),
      'it',
    ).step;
    const [, cut] = watched(({ steps }) => steps < began);
    expect([cut.steps, cut.attempts.length]).toEqual([began, 2]);
  });
});

test('a story that has come to its end is not ended once more, one that runs is', () => {
  const whole = told([]);
  expect(isEnd(whole.outcome)).toBe(true);
  expect(whole.journal.lines.some((line) => line.type === 'event' && line.event === 'story.ended')).toBe(false);
  const cut = play(story(WORLD, { script: [{ wait: '1 minute', untouched: true }, { do: 'person.gaveUp' }] }));
  expect(cut.journal.lines.filter((line) => line.type === 'event').map(({ event }) => event)).toContain(
    'person.gaveUp',
  );
});

test('whoever inspects is told of what XState does, and time goes on only where it does', () => {
  let seen = 0;
  const { simulation } = play(story(WORLD, { script: [{ do: 'backup.chosen', backup: 'b' }, { end: 'here' }] }), {
    inspect: () => {
      seen += 1;
    },
  });
  expect(seen).toBeGreaterThan(0);
  for (let usual = simulation.usual(); usual; usual = simulation.usual()) simulation.send(usual);
  const before = simulation.journal.lines.length;
  simulation.passTime(simulation.now);
  expect(simulation.journal.lines.length).toBe(before);
  const due = must(simulation.nextDue(), 'what is due');
  expect([simulation.advance(due - 1), simulation.advance(due), simulation.now]).toEqual([false, true, due]);
});

test('an attempt after one that ended is ended by itself, where nothing goes on', () => {
  const { attempts, outcome, journal } = told([], { attempts: [{ script: [{ do: 'wifi.lost' }] }] }, WAITING);
  expect([attempts.map((attempt) => attempt.outcome), outcome]).toEqual([['completed', 'in-progress'], 'in-progress']);
  const last = journal.lines.findLast((line) => line.type === 'event');
  expect(last).toMatchObject({ by: 'run', event: 'story.ended' });
});

test('who was told no in words once, and is not the next time, goes on', () => {
  const entered = { do: 'account.entered', account: 'customer' };
  const scenario = story(WORLD, { script: [{ ...entered, password: 'wrong' }, entered] });
  const [wrong, right] = scenario.script as readonly [DoEntry, DoEntry];
  const { journal, outcome } = play({ ...scenario, script: [wrong, { ...right, refused: 'perhaps' }] });
  expect(journal.lines.map((line) => (line.type === 'alert.raised' ? line.alert : ''))).toContain('wrong-password');
  expect(outcome).toBe('completed');
});

test('as many attempts are made as are asked for or stated, whichever is more', () => {
  const stated = story(WORLD, { attempts: [{}, {}] });
  expect([1, 2, 3, 4].map((attempts) => play(stated, { attempts }).attempts.length)).toEqual([3, 3, 3, 4]);
  expect(play(story(WORLD)).attempts).toHaveLength(1);
});

test('who enters a password knows it, unless the script says otherwise', () => {
  const answers = (password?: string) =>
    told([{ do: 'account.entered', account: 'customer', ...(password ? { password } : {}) }, { end: 'here' }])
      .journal.lines.flatMap((line) => (line.type === 'event' ? [line.data['password']] : []))
      .filter((word) => word !== undefined);
  expect(answers()).toEqual(['right']);
  expect(answers('wrong')).toEqual(['wrong']);
});
