/** Icons of the page, drawn on a 16 × 16 grid with lines of 1.6 unless filled. */
const STROKES = {
  chevron: 'M4 6l4 4 4-4',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.4 10.4 14 14',
  link:
    'M6.8 9.2a2.6 2.6 0 0 1 0-3.7l2-2a2.6 2.6 0 0 1 3.7 3.7l-1 1M9.2 6.8a2.6 2.6 0 0 1 0 3.7l-2 2a2.6 2.6 0 0 ' +
    '1-3.7-3.7l1-1',
  moon: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z',
  sun: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.4M8 13.6V15M1 8h1.4M13.6 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  sliders:
    'M2 5h6M11.5 5H14M2 11h2.5M8 11h6M9.7 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM6.2 9.2a1.8 1.8 0 1 1 ' +
    '0 3.6 1.8 1.8 0 0 1 0-3.6z',
  save: 'M8 2v7.5M4.8 6.6 8 9.8l3.2-3.2M2.5 13.5h11',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3.2 8.4l3.2 3.2 6.4-7',
  same: 'M2.5 5h11M2.5 8h11M2.5 11h11',
  differ: 'M2.5 6h11M2.5 10h11M10.6 2.5l-5.2 11',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3.4H9.6',
  down: 'M8 2.5v10M4.2 8.7 8 12.5l3.8-3.8',
  wait: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 4.8V8l2.4 1.6',
  back: 'M9.8 3.5 5.3 8l4.5 4.5',
  file: 'M4 1.8h5l3 3v9.4H4zM9 1.8v3h3',
  print: 'M4.5 6V2h7v4M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7V14h-7z',
  plus: 'M8 3v10M3 8h10',
  pen: 'M10.6 2.8l2.6 2.6-7.6 7.6-3.2.6.6-3.2z',
  box: 'M2.5 5 8 2.2 13.5 5v6L8 13.8 2.5 11zM2.5 5 8 7.8 13.5 5M8 7.8v6',
  enlarge: 'M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9',
  shrink: 'M13 7H9V3M9 7l4.5-4.5M3 9h4v4M7 9l-4.5 4.5',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  full: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
} as const;

const FILLS = {
  first: 'M3 3h1.8v10H3zM13 3v10L5.6 8z',
  last: 'M3 3v10l7.4-5zM11.2 3H13v10h-1.8z',
  previous: 'M11.5 2.8v10.4L4 8z',
  next: 'M4.5 2.8v10.4L12 8z',
  gate: 'M2 3v10l6-5zM9.2 3h1.8v10H9.2zM12.4 3h1.8v10h-1.8z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
} as const;

export type IconName = keyof typeof STROKES | keyof typeof FILLS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  const fill = name in FILLS ? FILLS[name as keyof typeof FILLS] : undefined;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {fill ? (
        <path d={fill} fill="currentColor" />
      ) : (
        <path
          d={STROKES[name as keyof typeof STROKES]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
