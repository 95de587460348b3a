import { emit, sendParent, setup, stateIn } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import type { EventOf } from '../event-of.ts';
import { type Emitted, momentOf, type SurroundingsEvent } from '../events.ts';
import { guardOn, holdsOf } from '../guard.ts';

/** What a phone hangs on. */
export interface Connection {
  readonly wifi: boolean;
  readonly power: boolean;
  /** Whether anything gets through: a restored VPN that connects by itself can cut it off (AX-08). */
  readonly network: boolean;
}

/** What those who hang on it are told, actor to actor. */
export interface ConnectionNotice<Part extends keyof Connection = keyof Connection> {
  readonly type: `connection.${Part}`;
  readonly at: number;
  readonly part: Part;
  readonly there: boolean;
}

interface Context {
  readonly atFirst: Connection;
}

export const connectionAtFirst = ({ world: { surroundings } }: CaseFile): Connection => ({
  wifi: surroundings.wifi === 'on',
  power: surroundings.power === 'on',
  network: true,
});

const guard = guardOn<Context>();

export const CONNECTION_GUARDS = {
  beginsWithWifi: guard({
    holds: ({ context }) => context.atFirst.wifi,
    saw: ({ atFirst }) => ({ 'Wi-Fi': atFirst.wifi }),
    words: 'The story begins without Wi-Fi.',
  }),
  beginsWithPower: guard({
    holds: ({ context }) => context.atFirst.power,
    saw: ({ atFirst }) => ({ power: atFirst.power }),
    words: 'The story begins without power.',
  }),
  // What these saw is what it takes for them to say no.
  wifiIsOn: guard({
    holds: stateIn({ wifi: 'on' }),
    saw: () => ({ 'Wi-Fi': false }),
    words: 'There is no Wi-Fi.',
  }),
  wifiIsOff: guard({
    holds: stateIn({ wifi: 'off' }),
    saw: () => ({ 'Wi-Fi': true }),
    words: 'Wi-Fi is there already.',
  }),
  powerIsOn: guard({
    holds: stateIn({ power: 'on' }),
    saw: () => ({ power: false }),
    words: 'The device is not plugged in.',
  }),
  powerIsOff: guard({
    holds: stateIn({ power: 'off' }),
    saw: () => ({ power: true }),
    words: 'Power is there already.',
  }),
  networkIsCut: guard({
    holds: stateIn({ network: 'cut' }),
    saw: () => ({ 'cut off by a VPN': false }),
    words: 'No VPN cuts the network.',
  }),
};

export const connectionSetup = setup({
  types: {
    context: {} as Context,
    events: {} as SurroundingsEvent | EventOf<'vpn.switchedOff'> | EventOf<'network.cut'>,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; at: number },
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
  guards: holdsOf(CONNECTION_GUARDS),
}).extend({
  actions: {
    raiseNetworkCut: emit({ type: 'alert.raised', alert: 'network-cut-off' }),
    clearNetworkCut: emit({ type: 'alert.cleared', alert: 'network-cut-off' }),
    tell: sendParent(({ event }, { part, there }: Pick<ConnectionNotice, 'part' | 'there'>): ConnectionNotice => ({
      type: `connection.${part}`,
      at: momentOf(event),
      part,
      there,
    })),
  },
});

const tell = (part: keyof Connection, there: boolean) => ({ type: 'tell', params: { part, there } }) as const;
export const WIFI_LOST = tell('wifi', false);
export const WIFI_BACK = tell('wifi', true);
export const POWER_LOST = tell('power', false);
export const POWER_BACK = tell('power', true);
export const NETWORK_CUT = tell('network', false);
export const NETWORK_FREE = tell('network', true);
