import { createActor, type AnyStateNode, setup } from 'xstate';
import { describe, expect, test } from 'vitest';
import { connectionMachine } from '../../../machines/connection/connection.machine.ts';
import type { ConnectionNotice } from '../../../machines/connection/connection.setup.ts';
import { MACHINES } from '../../../machines/machines.ts';
import { caseFile } from '../stories.ts';

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];
const OTHERS = Object.entries(MACHINES).filter(([id]) => id !== 'connection');

describe('nobody can miss a change of the connection', () => {
  test('the connection alone hears the surroundings come and go', () => {
    const hears = (type: string) =>
      Object.entries(MACHINES).flatMap(([id, { root }]) =>
        nodesOf(root).some((node) => node.transitions.has(type)) ? [id] : [],
      );
    for (const type of ['wifi.lost', 'wifi.back', 'power.lost', 'power.back'])
      expect(hears(type), type).toEqual(['connection']);
  });

  test.each(OTHERS.filter(([, { root }]) => 'connection' in contextOf(root)))(
    '%s notes it in every state',
    (_id, { root }) => {
      const handlers = nodesOf(root).flatMap((node) =>
        [...node.transitions].filter(([type]) => type.startsWith('connection.')).map(([, list]) => ({ node, list })),
      );
      expect(handlers.map(({ node }) => node)).toContain(root);
      for (const { list } of handlers) {
        expect(list.map(({ guard }) => guard)).toEqual([undefined]);
        expect(list[0]?.actions.map((action) => (action as { readonly type: string }).type)).toContain(
          'noteConnection',
        );
      }
    },
  );

  test('three actors hang on it', () => {
    expect(OTHERS.filter(([, { root }]) => 'connection' in contextOf(root)).map(([id]) => id)).toEqual([
      'restore',
      'contentDownload',
      'icloudSync',
    ]);
  });
});

/** The first context of a machine, made of an input that answers whatever it is asked. */
function contextOf({ machine }: AnyStateNode): object {
  const { context } = machine.config as { context?: unknown };
  if (typeof context !== 'function') return (context ?? {}) as object;
  const file = caseFile({});
  return (context as (asked: unknown) => object)({ input: { file, at: 0 } });
}

describe('the connection', () => {
  /** A parent that keeps what it is told. */
  function parentOf(surroundings: Record<string, string>) {
    const told: ConnectionNotice[] = [];
    const parent = setup({
      types: { events: {} as ConnectionNotice },
      actors: { connection: connectionMachine },
      actions: { keep: (_, notice: ConnectionNotice) => void told.push(notice) },
    }).createMachine({
      invoke: { id: 'connection', src: 'connection', input: { file: caseFile({ surroundings }), at: 0 } },
      on: { 'connection.*': { actions: { type: 'keep', params: ({ event }) => event } } },
    });
    const actor = createActor(parent).start();
    const connection = actor.getSnapshot().children.connection;
    if (!connection) throw new Error('there is no connection');
    return { connection, told };
  }

  test.each([
    ['on', 'on', { wifi: 'on', power: 'on', network: 'free' }],
    ['off', 'on', { wifi: 'off', power: 'on', network: 'free' }],
    ['on', 'off', { wifi: 'on', power: 'off', network: 'free' }],
    ['off', 'off', { wifi: 'off', power: 'off', network: 'free' }],
  ])('begins as the story states it: Wi-Fi %s, power %s', (wifi, power, value) => {
    const { connection, told } = parentOf({ wifi, power });
    expect(connection.getSnapshot().value).toEqual(value);
    expect(told).toEqual([]);
  });

  test('a restored VPN cuts the network until it is switched off, and is told once each way', () => {
    const { connection, told } = parentOf({ wifi: 'on', power: 'on' });
    expect(connection.getSnapshot().can({ type: 'vpn.switchedOff', at: 1 })).toBe(false);
    connection.send({ type: 'network.cut', at: 2 });
    connection.send({ type: 'network.cut', at: 3 });
    connection.send({ type: 'vpn.switchedOff', at: 4 });
    expect(told).toEqual([
      { type: 'connection.network', at: 2, part: 'network', there: false },
      { type: 'connection.network', at: 4, part: 'network', there: true },
    ]);
  });

  test('tells every real change once, with its moment, and refuses what is so already', () => {
    const { connection, told } = parentOf({ wifi: 'on', power: 'off' });
    expect(connection.getSnapshot().can({ type: 'wifi.back', at: 1 })).toBe(false);
    expect(connection.getSnapshot().can({ type: 'power.lost', at: 1 })).toBe(false);
    connection.send({ type: 'wifi.back', at: 1 });
    connection.send({ type: 'wifi.lost', at: 2 });
    connection.send({ type: 'wifi.lost', at: 3 });
    connection.send({ type: 'power.back', at: 4 });
    expect(told).toEqual([
      { type: 'connection.wifi', at: 2, part: 'wifi', there: false },
      { type: 'connection.power', at: 4, part: 'power', there: true },
    ]);
  });
});
