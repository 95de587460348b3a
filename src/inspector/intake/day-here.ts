/** Days of this computer as numbers, which everybody reads alike. */
const two = (n: number): string => String(n).padStart(2, '0');

export const dayHere = (day = new Date()): string =>
  `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;

export function dayAndTime(ms: number): string {
  const day = new Date(ms);
  return `${dayHere(day)} ${two(day.getHours())}:${two(day.getMinutes())}`;
}
