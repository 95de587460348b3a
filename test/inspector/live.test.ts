import { afterEach, describe, expect, test } from 'vitest';
import { actor, closed, event, LiveServer, until } from './live-client.ts';

const servers: LiveServer[] = [];
const start = async (...limits: Parameters<typeof LiveServer.start>): Promise<LiveServer> => {
  const server = await LiveServer.start(...limits);
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

const KEEP = { messages: 20_000, bytes: 2_000_000, allBytes: 3_000_000, leftBytes: 1_000_000, left: 20 };
const LONG = 'x'.repeat(3900);

describe('the door', () => {
  test.each([
    ['a page of another site', '/live', { origin: 'https://evil.example' }],
    ['a page without the token', '/live', { origin: 'own' }],
    ['no page at all', '/live?token=TOKEN', {}],
    ['another local page with the token', '/live?token=TOKEN', { origin: 'http://localhost:1' }],
    ['a program in a page of another site', '/inspect', { origin: 'https://evil.example' }],
    ['an origin that only looks local', '/inspect', { origin: 'http://localhost.evil.example' }],
    ['a nameless origin', '/', { origin: 'null' }],
    ['another Host', '/inspect', { host: 'evil.example' }],
  ])('%s is refused', async (_, path, { origin, host }: { origin?: string; host?: string }) => {
    const server = await start();
    const refused = await server.open(path.replace('TOKEN', await server.token()), {
      ...(origin === undefined ? {} : { origin: origin === 'own' ? server.own : origin }),
      ...(host === undefined ? {} : { host }),
    });
    expect(typeof refused).toBe('string');
  });

  test('says why, to whoever is refused and to the page', async () => {
    const server = await start();
    const early = await server.page();
    expect(await server.open('/inspect', { origin: 'http://192.168.0.2:3000' })).toMatch(/^403 accepted: .*localhost/);
    await until(() => early.heard.some((one) => one.kind === 'refused' && one.who.includes('192.168.0.2:3000')));
    const late = await server.page();
    await until(() => late.kinds().includes('refused'));
  });

  test('keeps places for pages apart from those for programs', async () => {
    const server = await start();
    const idle = await Promise.all(Array.from({ length: 30 }, () => server.open('/inspect')));
    expect(idle.filter((socket) => typeof socket === 'string')).toEqual([]);
    await until(() => server.serving.hub.programs === 24);
    expect((await server.page()).socket.readyState).toBe(1);
  });

  test('lets those go first that have told nothing, and none that has', async () => {
    const server = await start({ programs: 2 });
    const telling = await server.program();
    telling.send(actor('x:0'));
    const silent = await server.program();
    const page = await server.page();
    await until(() => page.kinds().includes('told'));
    const gone = closed(silent);
    const third = await server.program();
    third.send(actor('x:0'));
    await gone;
    await until(() => page.kinds().filter((kind) => kind === 'told').length === 2);
    expect(await server.open('/inspect')).toMatch(/^503 2 programs are being watched already/);
    expect(telling.readyState).toBe(1);
  });

  test('lets go of who does not answer, and of nobody else', async () => {
    const server = await start({ pingEvery: 60 });
    const deaf = await server.program({ autoPong: false });
    const page = await server.page();
    const program = await server.program();
    await closed(deaf);
    await new Promise((done) => setTimeout(done, 500));
    expect([program.readyState, page.socket.readyState]).toEqual([1, 1]);
  });

  test('is closed to a page that talks', async () => {
    const { socket } = await (await start()).page();
    socket.send('{}');
    expect(await closed(socket)).toBe(1008);
  });
});

describe('what a program tells', () => {
  test('reaches every page, also one that opens later', async () => {
    const server = await start();
    const early = await server.page();
    const program = await server.program();
    const local = await server.program({ origin: 'http://localhost:5173' });
    program.send(actor('x:1'));
    await until(() => early.kinds().includes('told'));
    const late = await server.page();
    await until(() => late.kinds().join() === 'joined,told,joined');
    program.close();
    local.close();
    await until(() => early.kinds().filter((kind) => kind === 'left').length === 2);
    expect(late.kinds()).not.toContain('refused');
  });

  test('may be more than a million characters at once', async () => {
    const server = await start();
    const page = await server.page();
    const program = await server.program();
    program.send(actor('x:0', { snapshot: { value: 'on', context: { text: 'x'.repeat(8_000_000) } } }));
    program.send(event('after'));
    await until(() => page.kinds().filter((kind) => kind === 'told').length === 2);
    expect(program.readyState).toBe(1);
  });

  test.each([
    ['bytes', Buffer.from([1, 2, 3]), 1003, /not text/],
    ['a message beyond all measure', 'x'.repeat(16_100_000), 1009, /longer than 16 MB/],
  ])('is no longer heard after %s, and the page learns why', async (_, message, code, why) => {
    const server = await start();
    const page = await server.page();
    const program = await server.program();
    program.send(actor('x:0'));
    program.send(message);
    expect(await closed(program)).toBe(code);
    await until(() => page.heard.some((one) => one.kind === 'left' && why.test(one.why)));
  });

  test('may hold much that is not shown: a program’s own inspect function is not cut off', async () => {
    const server = await start();
    const page = await server.page();
    const program = await server.program();
    const actorRef = { xstate$$type: 1, id: 'light' };
    for (let times = 0; times < 200; times += 1) {
      program.send(JSON.stringify({ type: '@xstate.microstep', actorRef, _transitions: [] }));
      program.send(JSON.stringify({ type: '@xstate.action', actorRef }));
    }
    program.send(JSON.stringify({ type: '@xstate.event', actorRef, event: { type: 'go' } }));
    await until(() => page.kinds().includes('told'));
    expect(program.readyState).toBe(1);
  });

  test('is passed over when it is nonsense, which is said once; too much of it ends the talk', async () => {
    const server = await start();
    const page = await server.page();
    const program = await server.program();
    for (const text of ['', '{', 'null', '[]', '"x"', '{"type":"@xstate.actor"}', '{"type":"alert"}'])
      program.send(text);
    program.send(actor('x:2'));
    await until(() => page.kinds().filter((kind) => kind === 'told').length === 2);
    expect(page.heard[1]).toMatchObject({ kind: 'told', message: { type: 'note' } });
    for (let times = 0; times < 30; times += 1) program.send('{}');
    expect(await closed(program)).toBe(1008);
    await until(() => page.heard.some((one) => one.kind === 'left' && one.why !== ''));
  });
});

describe('what is kept', () => {
  test('stays when the program ends, for pages that open afterwards', async () => {
    const server = await start();
    const program = await server.program();
    program.send(actor('x:0'));
    await until(() => server.serving.hub.kept > 0);
    program.terminate();
    await until(() => server.serving.hub.programs === 0);
    const page = await server.page();
    await until(() => page.kinds().includes('left'));
    expect(page.kinds()).toEqual(['joined', 'told', 'left']);
  });

  test('of programs that ended has an end, the oldest first', async () => {
    const server = await start({ keep: { ...KEEP, left: 2 } });
    for (const name of ['one', 'two', 'three']) {
      const program = await server.program();
      program.send(actor('x:0', { name }));
      program.close();
      await closed(program);
    }
    const page = await server.page();
    await until(() => page.kinds().filter((kind) => kind === 'left').length === 2);
    expect(JSON.stringify(page.heard)).not.toContain('"one"');
  });

  test('is bounded in bytes over all programs, and given back when they leave', async () => {
    const server = await start({ keep: KEEP });
    const programs = await Promise.all(Array.from({ length: 5 }, () => server.program()));
    for (const program of programs)
      for (let times = 0; times < 400; times += 1) program.send(event('go', { text: LONG }));
    const page = await server.page();
    for (const program of programs) program.send(event('last'));
    await until(() => JSON.stringify(page.heard.slice(-400)).split('"last"').length >= 5);
    expect(server.serving.hub.kept).toBeLessThanOrEqual(KEEP.allBytes);
    expect(server.serving.hub.kept).toBeGreaterThan(KEEP.allBytes / 2);
    for (const program of programs) program.close();
    await until(() => server.serving.hub.programs === 0);
    expect(server.serving.hub.kept).toBeLessThanOrEqual(KEEP.leftBytes);
  });

  test('has every name and parent, also of messages that are no longer there', async () => {
    const server = await start({ keep: { ...KEEP, messages: 100 } });
    const program = await server.program();
    program.send(actor('x:0', { name: 'root' }));
    program.send(actor('x:1', { name: 'child', parentId: 'x:0' }));
    program.send(JSON.stringify({ type: '@xstate.snapshot', sessionId: 'x:1', snapshot: { status: 'done' } }));
    for (let times = 0; times < 1000; times += 1) program.send(event('go'));
    program.send(event('last'));
    const early = await server.page();
    await until(() => early.lastSaid().includes('last'));
    const late = await server.page();
    await until(() => late.lastSaid().includes('last'));
    expect(late.heard[1]).toMatchObject({
      kind: 'known',
      missed: 904,
      met: 2,
      actors: [
        { id: 'x:0', name: 'root', parent: null, status: 'active', states: ['green'] },
        { id: 'x:1', name: 'child', parent: 'x:0', status: 'done' },
      ],
    });
  });
});

describe('a slow page', () => {
  test('is neither thrown out nor waited for: it is told how much it missed', async () => {
    const server = await start({ keep: { ...KEEP, messages: 200 }, pingEvery: 100 });
    const page = await server.page();
    page.socket.pause();
    const program = await server.program();
    const count = 6000;
    for (let times = 0; times < count; times += 1) program.send(event('go', { text: LONG }));
    program.send(event('last'));
    const quick = await server.page();
    await until(() => quick.lastSaid().includes('last'), 30);
    await new Promise((done) => setTimeout(done, 800));
    expect(page.socket.readyState).toBe(1);
    page.socket.resume();
    await until(() => page.lastSaid().includes('last'), 30);
    const missed = page.heard.reduce((sum, one) => sum + (one.kind === 'known' ? one.missed : 0), 0);
    const told = page.kinds().filter((kind) => kind === 'told').length;
    expect(missed).toBeGreaterThan(500);
    expect(told + missed).toBe(count + 1);
    expect(page.socket.readyState).toBe(1);
  });

  test('that opens late is fed all that is kept, however much', async () => {
    const server = await start();
    const program = await server.program();
    const count = 7000;
    for (let times = 0; times < count; times += 1) program.send(event('go', { text: LONG }));
    program.send(event('last'));
    await until(() => server.serving.hub.kept > count * LONG.length, 30);
    const page = await server.page();
    await until(() => page.lastSaid().includes('last'), 30);
    expect(page.kinds().filter((kind) => kind === 'told')).toHaveLength(count + 1);
  });
});
