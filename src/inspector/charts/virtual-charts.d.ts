/** Every machine of the house, laid out while the page was built. */
declare module 'virtual:charts' {
  import type { Chart } from './chart.ts';

  export const CHARTS: readonly Chart[];
}
