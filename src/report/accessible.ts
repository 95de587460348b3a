/** Something that can still be reached, and where; or a place where it is looked for in vain. */
export interface Accessible {
  readonly where: string;
  readonly what: string;
  readonly says: string;
}
