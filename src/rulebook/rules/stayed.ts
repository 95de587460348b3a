/** Rules on what stayed on a device in use that a computer restored over: many others are asked before them. */
export const STAYED_UNDER_A_COMPUTER = [
  'phone/tool-adds',
  'phone/kept-beside-the-backup',
  'phone/broken-off-before-it-was-replaced',
] as const;
