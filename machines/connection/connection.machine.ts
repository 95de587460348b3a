import {
  connectionAtFirst,
  connectionSetup,
  NETWORK_CUT,
  NETWORK_FREE,
  POWER_BACK,
  POWER_LOST,
  WIFI_BACK,
  WIFI_LOST,
} from './connection.setup.ts';

/**
 * Wi-Fi, power, and whether anything gets through: three things that come and go apart from each other, so three
 * regions. The last is cut by a restored VPN, of which the restore tells.
 *
 * This actor alone hears what the surroundings do, and tells its parent of every real change; the parent passes it on
 * to whoever runs. Those who hang on a connection keep what they were told last (`knows-connection.ts`) and never
 * hear the surroundings themselves. So nobody can miss a change by standing in a state that does not listen for it,
 * and whoever is told can ask in an eventless transition what it means for the state in which it stands. A story
 * whose actors each listened for themselves would need the same answers again in every state of every machine.
 *
 * What the region names is what its states leave over: it takes nothing, and says why, for what is so already is
 * refused with a reason.
 */
export const connectionMachine = connectionSetup.createMachine({
  id: 'connection',
  context: ({ input }) => ({ atFirst: connectionAtFirst(input.file) }),
  type: 'parallel',
  states: {
    wifi: {
      initial: 'atFirst',
      on: {
        'wifi.lost': { guard: 'wifiIsOn' },
        'wifi.back': { guard: 'wifiIsOff' },
      },
      states: {
        atFirst: { always: [{ guard: 'beginsWithWifi', target: 'on' }, { target: 'off' }] },
        on: {
          tags: 'wifi-there',
          meta: { says: 'Wi-Fi is there' },
          on: { 'wifi.lost': { actions: WIFI_LOST, target: 'off' } },
        },
        off: {
          meta: { says: 'There is no Wi-Fi', shows: ['C3'] },
          on: { 'wifi.back': { actions: WIFI_BACK, target: 'on' } },
        },
      },
    },
    power: {
      initial: 'atFirst',
      on: {
        'power.lost': { guard: 'powerIsOn' },
        'power.back': { guard: 'powerIsOff' },
      },
      states: {
        atFirst: { always: [{ guard: 'beginsWithPower', target: 'on' }, { target: 'off' }] },
        on: {
          tags: 'power-there',
          meta: { says: 'The phone is plugged in' },
          on: { 'power.lost': { actions: POWER_LOST, target: 'off' } },
        },
        off: {
          meta: { says: 'The phone is not plugged in', shows: ['C3'] },
          on: { 'power.back': { actions: POWER_BACK, target: 'on' } },
        },
      },
    },
    network: {
      initial: 'free',
      on: { 'vpn.switchedOff': { guard: 'networkIsCut' } },
      states: {
        free: {
          meta: { says: 'What is sent gets through' },
          on: { 'network.cut': { actions: NETWORK_CUT, target: 'cut' } },
        },
        cut: {
          meta: { says: 'A restored VPN that connects by itself lets nothing through', shows: ['D4'] },
          entry: 'raiseNetworkCut',
          exit: 'clearNetworkCut',
          on: { 'vpn.switchedOff': { actions: NETWORK_FREE, target: 'free' } },
        },
      },
    },
  },
});
