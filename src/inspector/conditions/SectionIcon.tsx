/** Signs of the sections of conditions, on a 16 × 16 grid. */
const SIGNS = {
  item: 'M3 2.5h7l3 3v8H3zM5.5 8h5M5.5 10.8h5',
  device: 'M5 1.8h6a1 1 0 0 1 1 1v10.4a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V2.8a1 1 0 0 1 1-1zM7 12h2',
  person: 'M8 2.2a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2zM3 13.8a5 5 0 0 1 10 0',
  lock: 'M4 7.2h8v6.3H4zM5.6 7.2V5a2.4 2.4 0 0 1 4.8 0v2.2',
  box: 'M2.5 5 8 2.2 13.5 5v6L8 13.8 2.5 11zM2.5 5 8 7.8 13.5 5M8 7.8v6',
  capture: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M5.5 8h5',
  cloud: 'M4.6 12.5a2.8 2.8 0 0 1-.2-5.6 3.8 3.8 0 0 1 7.3.8 2.4 2.4 0 0 1-.2 4.8z',
  course: 'M2.5 12.5c3 0 3-9 6-9M8.5 3.5h4.8M10.8 1.2l2.5 2.3-2.5 2.3',
  computer: 'M2.5 3h11v7.5h-11zM1.5 13h13',
  people:
    'M5.5 3.2a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM1.8 12.5a3.7 3.7 0 0 1 7.4 0M10.6 3.6a2 2 0 0 1 0 3.6M11 9.2a3.6 ' +
    '3.6 0 0 1 3.2 3.3',
  still: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM5.2 8h5.6',
  ask: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM6.4 6.4a1.7 1.7 0 1 1 2.5 1.5c-.6.4-.9.7-.9 1.3M8 11.1v.3',
  now: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM8 4.8V8l2.4 1.6',
  way: 'M3 13.5V9a3 3 0 0 1 3-3h7M10 3l3 3-3 3',
  past: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zM9.4 5.4 6.6 8l2.8 2.6',
} as const;

export type SectionSign = keyof typeof SIGNS;

export function SectionIcon({ sign }: { readonly sign: SectionSign }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={SIGNS[sign]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
