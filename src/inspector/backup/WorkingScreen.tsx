import type { ReadingProgress } from './talk.ts';

/** How far the thread is; giving up ends it at once. */
export function WorkingScreen({
  howFar: { says, part },
  onCancel,
}: {
  readonly howFar: ReadingProgress;
  readonly onCancel: () => void;
}) {
  return (
    <div className="backup-body">
      <section className="backup-card narrow working">
        <p role="status">{says} …</p>
        <progress aria-label="Reading the backup" {...(part === undefined ? {} : { value: part, max: 1 })} />
        <p className="quiet">It is read in this browser, beside the page. Nothing is sent anywhere.</p>
        <div className="line-up">
          <button type="button" className="button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      </section>
    </div>
  );
}
