/** How much of a flow is written out: everything, or what fits under a story. */
export const FLOW_SIZES = {
  whole: {
    top: 78,
    laneHead: 24,
    laneFoot: 8,
    endRoom: 160,
    endRow: 34,
    labelRow: 40,
    /** Under a head with its sums the gate's line begins. */
    gateTop: 68,
    trunk: { least: 120, most: 360 },
    /** Height that the drawing keeps for itself before branches share their words. */
    kept: 330,
    /** In less room it is scrolled. */
    narrowest: 620,
  },
  small: {
    top: 42,
    laneHead: 20,
    laneFoot: 6,
    endRow: 20,
    labelRow: 20,
    gateTop: 30,
    trunk: { least: 40, most: 170 },
    kept: 150,
    narrowest: 360,
  },
} as const;
export type FlowSize = keyof typeof FLOW_SIZES;
