/** The sheets that lie over the page, one at a time. */
export type Overlay =
  | 'library'
  | 'share'
  | 'proof'
  | 'help'
  | 'class'
  | 'new-case'
  | 'change-case'
  | 'lesson'
  | 'backup';
