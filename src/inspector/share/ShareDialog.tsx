import { useEffect, useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { saveJournal, saveLedger, saveRun, saveScenario } from '../export/save.ts';
import { messageOf } from '../export/message-of.ts';
import { useSaving } from '../export/use-saving.ts';
import { printSheet, type SheetKind } from '../print/printing.ts';
import { MAX_ADDRESS_LENGTH } from '../state/address.ts';
import type { Session } from '../state/session.ts';
import type { ViewProps } from '../state/use-story.ts';
import './share.css';

interface ShareProps extends ViewProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** The link to what is shown, and everything that can be kept of it. */
export function ShareDialog({ session, store, onClose }: ShareProps) {
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { notSaved, saving } = useSaving();
  useEffect(() => {
    session.addressToShare().then(
      (hash) => setAddress(new URL(hash, location.href).href),
      (error: unknown) => setProblem(messageOf(error)),
    );
  }, [session]);
  const printing = (kind: SheetKind) => () => {
    onClose();
    printSheet(kind);
  };
  return (
    <Dialog title="Share and save" onClose={onClose}>
      {problem === null ? <Link address={address} /> : <p role="alert">{problem}</p>}
      {notSaved === null ? null : <p role="alert">{notSaved}</p>}
      <ul className="share-list">
        <Keep
          icon="save"
          word="Run as JSON"
          says="Items, alerts, checklist and both fingerprints, as the command line gives them."
          does={saving(() => saveRun(store))}
        />
        <Keep
          icon="save"
          word="Journal"
          says="One line of JSON for each thing that happened, as the command line writes it."
          does={saving(() => saveJournal(store))}
        />
        <Keep
          icon="save"
          word="Ledger as CSV"
          says="Every item with gate, fate and rule at this step, for a spreadsheet."
          does={saving(() => saveLedger(store))}
        />
        <Keep
          icon="save"
          word="Scenario as YAML"
          says="With the changed conditions and what was done by hand, ready for the folder “scenarios”."
          does={saving(() => saveScenario(store))}
        />
        <Keep
          icon="print"
          word="Print the fate sheet"
          says="One page for a customer’s case: what came, what did not, and why, at this step."
          does={printing('fates')}
        />
        <Keep
          icon="print"
          word="Print the trainer’s handout"
          says="Every reason with the values compared, its sources, and what to say or to ask."
          does={printing('trainer')}
        />
        <Keep
          icon="print"
          word="Print the learner’s handout"
          says="The same case with blanks to fill in; the solutions stand on a page of their own."
          does={printing('learner')}
        />
      </ul>
    </Dialog>
  );
}

function Link({ address }: { readonly address: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="stack">
      <label htmlFor="share-address">Link to this scenario, its changes and this step</label>
      <div className="share-address">
        <input id="share-address" readOnly value={address} onFocus={(event) => event.target.select()} />
        <button type="button" className="button main" onClick={copy}>
          <Icon name={copied ? 'check' : 'copy'} /> {copied ? 'Copied' : 'Copy'}
        </button>
      </div>
      <p className="quiet">
        A file that you dropped travels inside the link, compressed, up to {MAX_ADDRESS_LENGTH} characters in all.
        Nothing is sent anywhere.
      </p>
    </div>
  );
}

function Keep({
  icon,
  word,
  says,
  does,
}: {
  readonly icon: IconName;
  readonly word: string;
  readonly says: string;
  readonly does: () => void;
}) {
  return (
    <li>
      <span className="quiet">{says}</span>
      <button type="button" className="button" onClick={does}>
        <Icon name={icon} /> {word}
      </button>
    </li>
  );
}
