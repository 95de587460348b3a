export type RightPart = 'ledger' | 'why';

/** On a narrow page, ledger and why share one card. */
export function RightTabs({
  shown,
  onShow,
}: {
  readonly shown: RightPart;
  readonly onShow: (part: RightPart) => void;
}) {
  return (
    <div className="tabs right-tabs" role="group" aria-label="Ledger or why">
      {(['ledger', 'why'] as const).map((part) => (
        <button key={part} type="button" aria-pressed={part === shown} onClick={() => onShow(part)}>
          {part === 'ledger' ? 'Ledger' : 'Why'}
        </button>
      ))}
    </div>
  );
}
