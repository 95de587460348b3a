import { assign, type MachineContext } from 'xstate';
import type { ChartMeta } from '../chart-meta.ts';
import type { Emitted } from '../events.ts';
import { guardOn } from '../guard.ts';
import type { Connection, ConnectionNotice } from './connection.setup.ts';

/** A context that knows of the connection what its actor was told last. */
export interface KnowsConnection<Part extends keyof Connection = keyof Connection> {
  readonly connection: Pick<Connection, Part>;
}

// The copy is written in one place, at the root of a machine, where every state hears it.
export const knowingActions = <
  C extends MachineContext & KnowsConnection<Part>,
  E extends { readonly type: string },
  Part extends keyof Connection = keyof Connection,
>() => ({
  noteConnection: assign<C, E, ConnectionNotice<Part>, E, never>(
    ({ context }, { part, there }) => ({ connection: { ...context.connection, [part]: there } }) as Partial<C>,
  ),
});

/** The guards of a machine that hangs on parts of the connection; which ones may depend on the story. */
export function connectionGuards<C extends KnowsConnection>(needs: (context: C) => Pick<Connection, 'wifi' | 'power'>) {
  const guard = guardOn<C>();
  const wifiMissing = (context: C) => needs(context).wifi && !context.connection.wifi;
  const powerMissing = (context: C) => needs(context).power && !context.connection.power;
  const isConnected = (context: C) => !wifiMissing(context) && !powerMissing(context);
  const saw = (context: C) => ({ 'Wi-Fi': context.connection.wifi, power: context.connection.power });
  return {
    connected: guard({
      holds: ({ context }) => isConnected(context),
      saw,
      words: 'Data move only with power and Wi-Fi, or by cable.',
    }),
    disconnected: guard({
      holds: ({ context }) => !isConnected(context),
      saw,
      words: 'Nothing is missing: power is there, and Wi-Fi where it is needed.',
    }),
    wifiMissing: guard({
      holds: ({ context }) => wifiMissing(context),
      saw,
      words: 'Wi-Fi is there, or nothing here hangs on it.',
    }),
    wifiThere: guard({ holds: ({ context }) => !wifiMissing(context), saw, words: 'Wi-Fi is missing.' }),
    powerMissing: guard({ holds: ({ context }) => powerMissing(context), saw, words: 'The device is plugged in.' }),
    powerThere: guard({ holds: ({ context }) => !powerMissing(context), saw, words: 'Power is missing.' }),
  };
}

/** The guards of a machine that gets what it needs through the network; whether it does may depend on the story. */
export function networkGuards<C extends KnowsConnection>(needs: (context: C) => boolean) {
  const guard = guardOn<C>();
  const isCut = (context: C): boolean => needs(context) && !context.connection.network;
  return {
    networkCut: guard({
      holds: ({ context }) => isCut(context),
      saw: ({ connection }) => ({ 'cut off by a VPN': !connection.network }),
      words: 'No VPN cuts the network.',
    }),
    networkFree: guard({
      holds: ({ context }) => !isCut(context),
      saw: ({ connection }) => ({ 'cut off by a VPN': !connection.network }),
      words: 'A VPN cuts the network.',
    }),
  };
}

export const CONNECTION_ALERTS = {
  raiseWifiLost: { type: 'alert.raised', alert: 'wifi-lost' },
  clearWifiLost: { type: 'alert.cleared', alert: 'wifi-lost' },
  raisePowerLost: { type: 'alert.raised', alert: 'power-lost' },
  clearPowerLost: { type: 'alert.cleared', alert: 'power-lost' },
} as const satisfies Readonly<Record<string, Emitted>>;

const says = (words: string): ChartMeta => ({ says: words });

/** Inside a state that is held up: which part is missing, with its alert for exactly as long. */
export const MISSING_PARTS = {
  wifi: {
    initial: 'there',
    states: {
      there: { meta: says('Wi-Fi is not what is missing'), always: { guard: 'wifiMissing', target: 'missing' } },
      missing: {
        meta: says('Waits for Wi-Fi'),
        entry: 'raiseWifiLost',
        exit: 'clearWifiLost',
        always: { guard: 'wifiThere', target: 'there' },
      },
    },
  },
  power: {
    initial: 'there',
    states: {
      there: { meta: says('Power is not what is missing'), always: { guard: 'powerMissing', target: 'missing' } },
      missing: {
        meta: says('Waits for power'),
        entry: 'raisePowerLost',
        exit: 'clearPowerLost',
        always: { guard: 'powerThere', target: 'there' },
      },
    },
  },
} as const;
