/** Small drawings on the phone; lines only, in the colour of the text. */
const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

export const WifiGlyph = ({ size = 13 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
    <path d="M1.5 6.2a9.4 9.4 0 0 1 13 0M4 9a5.8 5.8 0 0 1 8 0" {...LINE} />
    <circle cx="8" cy="12" r="1.4" fill="currentColor" />
  </svg>
);
export const PlugGlyph = () => (
  <svg width="13" height="13" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M5.5 1.5v4M10.5 1.5v4M3.5 5.5h9v2.2a4.5 4.5 0 0 1-9 0zM8 12.2v2.6" {...LINE} />
  </svg>
);
export const NoPowerGlyph = () => (
  <svg width="18" height="11" viewBox="0 0 18 11" aria-hidden="true">
    <rect x="1" y="1" width="13.5" height="9" rx="2.4" {...LINE} strokeWidth="1.3" />
    <rect x="2.8" y="2.8" width="5" height="5.4" rx="1" fill="currentColor" />
    <path d="M16.6 4v3" {...LINE} />
  </svg>
);
export const BoxToPhone = ({ part }: { readonly part: number }) => (
  <svg width="92" height="50" viewBox="0 0 92 50" aria-hidden="true">
    <path d="M4 14 20 6l16 8v20l-16 9-16-9zM4 14l16 9 16-9M20 23v20" {...LINE} strokeWidth="1.8" />
    <path d="M43 25h17" stroke="var(--p-accent)" strokeWidth="2.2" strokeDasharray="5 4" strokeLinecap="round" />
    <rect x="66" y="3" width="21" height="44" rx="5" {...LINE} strokeWidth="1.8" />
    <rect x="69" y={44 - 38 * part} width="15" height={38 * part} rx="2" fill="var(--p-accent)" />
  </svg>
);
export const Hills = () => (
  <svg className="hills" viewBox="0 0 220 200" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
    <circle cx="168" cy="44" r="24" fill="#f0c896" />
    <path d="M0 84c40-44 74-24 110 0s62 18 110-16v132H0z" fill="#2c5570" />
    <path d="M0 132c36-24 70-26 104-8s74 22 116-6v82H0z" fill="#20405c" />
    <path d="M0 176c50-14 90-12 130-2s60 6 90-4v30H0z" fill="#16304a" />
  </svg>
);

const FACES = {
  Messages: 'M3 4h12v8H8l-3.5 3v-3H3z',
  Photos: 'M9 2.5c4 3 4 8 0 13-4-5-4-10 0-13zM9 8v7.5',
  Calendar: 'M3 4.5h12v10H3zM3 7.8h12M6 2.8v3M12 2.8v3',
  Contacts: 'M9 3.2a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3.5 15c.6-3 2.7-4.4 5.5-4.4s4.9 1.4 5.5 4.4',
  Health: 'M9 14.5C4.6 11 2.8 8.8 2.8 6.4A3 3 0 0 1 9 5a3 3 0 0 1 6.2 1.4c0 2.4-1.8 4.600-6.200 8.100z',
  Files: 'M4.500 2.500h5.500l3.500 3.500v9.500h-9zM10 2.500V6h3.500',
  Settings:
    'M3 5.500h6.500M13 5.500h2M3 12.500h2M9 12.500h6M11.300 3.700a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 ' +
    '1 0-3.600zM7 10.700a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600z',
} as const;
export type BuiltIn = keyof typeof FACES;

/** The face of an app that every phone has. */
export const Face = ({ of }: { readonly of: BuiltIn }) => (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
    <path d={FACES[of]} {...LINE} strokeWidth="1.5" />
  </svg>
);
