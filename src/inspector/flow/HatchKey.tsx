/** What hatching means. The pattern is that of the drawing below. */
export function HatchKey({ says }: { readonly says: string }) {
  return (
    <span className="quiet flow-key">
      <svg width="22" height="12" aria-hidden="true">
        <rect width="22" height="12" rx="2" className="hatch-key" fill="url(#hatch-any)" />
      </svg>
      {says}
    </span>
  );
}
