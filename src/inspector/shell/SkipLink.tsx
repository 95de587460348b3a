/** For whoever works by keyboard: the steps are a long way down the page. The address belongs to the story, so no link. */
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
