import { useState } from 'react';
import { browserLine, GOOD_TO_KNOW_WHEN_WATCHING, linesToWatch, WATCH_CLAIM } from '../../report/how-to-watch.ts';
import { ACCEPTED_ORIGINS } from '../../report/loopback.ts';
import { copyText } from '../parts/copy-text.ts';
import { Icon } from '../parts/Icon.tsx';

/** What one writes so that a program can be watched, ready to be copied. */
export function HowTo() {
  return (
    <div className="card watch-how scrolls stack">
      <h3>How to watch a program</h3>
      <p>{WATCH_CLAIM}</p>
      <Lines lines={linesToWatch(`ws://${location.host}`)} />
      <p>
        In a web page createBrowserInspector works as well, imported in place of the other; it opens a window of its
        own:
        <br />
        <code>{browserLine(location.origin)}</code>
      </p>
      <p>
        A run from the command line: <code>npx restore-sim run FILE --inspect</code>
      </p>
      <ul className="quiet">
        {GOOD_TO_KNOW_WHEN_WATCHING.map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>
          Programs outside a browser are always let in, web pages when they come from this computer: {ACCEPTED_ORIGINS}.
          A page of another origin, a file or an extension is refused.
        </li>
        <li>✕ marks an event after which nothing changed: it was refused, or taken without a trace.</li>
      </ul>
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const [copied, setCopied] = useState(false);
  const text = lines.join('\n');
  return (
    <div className="watch-lines">
      <pre className="mono">{text}</pre>
      <button type="button" className="button small" onClick={() => void copyText(text).then(setCopied)}>
        <Icon name={copied ? 'check' : 'copy'} size={13} /> {copied ? 'Copied' : 'Copy the four lines'}
      </button>
    </div>
  );
}
