/** The sheets that lie over the page, one at a time. */
export type Overlay = 'picker' | 'share' | 'proof' | 'help' | 'class';
