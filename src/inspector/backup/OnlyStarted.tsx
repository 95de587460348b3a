/** A page that is one file has no thread that could read a backup: it says so, and where one can be read. */
export function OnlyStarted() {
  return (
    <div className="backup-body scrolls" tabIndex={0} role="group" aria-label="What to do">
      <section className="backup-card narrow">
        <h3>A backup is read with the program started</h3>
        <p>
          This page is a single file, and a browser lets a file read no backup. Nothing was opened, and nothing was sent
          anywhere.
        </p>
        <ol className="steps">
          <li>
            Start the program on the computer that holds the backup: <code>npm start</code> in its folder, or{' '}
            <code>restore-sim inspect</code>.
          </li>
          <li>In the page that opens, choose More, then “A customer’s backup”, and drop the folder there.</li>
          <li>
            Or ask in a terminal: <code>restore-sim import FOLDER</code>.
          </li>
        </ol>
        <p className="quiet">A scenario that was saved there opens in this page like any other.</p>
      </section>
    </div>
  );
}
