/** Every machine of the house, laid out while the page was built. */
declare module 'virtual:charts' {
  export const CHARTS: readonly import('./chart.ts').Chart[];
}
