/** For whoever works by keyboard: the steps are far down. The address belongs to the story, so it is no link. */
export function SkipLink() {
  return (
    <button
      type="button"
      className="button main skip-link"
      onClick={() => document.querySelector<HTMLElement>('.controls .button.main')?.focus()}
    >
      Go to the steps
    </button>
  );
}
