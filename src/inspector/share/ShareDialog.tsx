import { useEffect, useState } from 'react';
import { messageOf } from '../export/message-of.ts';
import { pageOpenedAt } from '../export/own-page.ts';
import { saveLedger } from '../export/save-ledger.ts';
import { fileNameOf, saveJournal, saveRun, saveScenario, saveText } from '../export/save.ts';
import { useSaving } from '../export/use-saving.ts';
import { copyText } from '../parts/copy-text.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { useMachinery } from '../parts/Machinery.tsx';
import { printSheet, type SheetKind } from '../print/printing.ts';
import { inClassMode } from '../state/address.ts';
import type { Session } from '../state/session.ts';
import type { StoryStore } from '../state/story-store.ts';
import type { ViewProps } from '../state/use-story.ts';
import { CarriesBackup } from './CarriesBackup.tsx';
import './share.css';

interface ShareProps extends ViewProps {
  readonly session: Session;
  readonly onClose: () => void;
  readonly onLesson: () => void;
}

/** One way to take along what is shown. */
interface Taking {
  readonly word: string;
  readonly says: string;
  readonly icon: IconName;
  readonly takes: { readonly prints: SheetKind } | { readonly saves: (store: StoryStore, session: Session) => unknown };
}

async function savePage(store: StoryStore, session: Session, forClass: boolean): Promise<void> {
  const address = await session.addressToShare();
  const { title } = store.getSnapshot().scenario;
  const text = await pageOpenedAt(forClass ? inClassMode(address) : address, title.slice(0, 120));
  saveText(`${fileNameOf(store)}${forClass ? '.class' : ''}.html`, 'text/html', text);
}

interface Group {
  readonly title: string;
  readonly ways: readonly Taking[];
  /** For who has asked for the machinery. */
  readonly machinery?: boolean;
}

const WAYS: readonly Group[] = [
  {
    title: 'For others',
    ways: [
      {
        word: 'Save as a page',
        says: 'One file to mail or to put into a course. A double click opens it at this step, also without a network.',
        icon: 'file',
        takes: { saves: (store, session) => savePage(store, session, false) },
      },
      {
        word: 'Save as a class page',
        says: 'The same file, opened in class mode, in front of a room.',
        icon: 'file',
        takes: { saves: (store, session) => savePage(store, session, true) },
      },
      {
        word: 'Print the fate sheet',
        says: 'One page for a customer: what came, what did not, and why.',
        icon: 'print',
        takes: { prints: 'fates' },
      },
      {
        word: 'Print the trainer’s handout',
        says: 'Every reason with its sources, and what to say or to ask.',
        icon: 'print',
        takes: { prints: 'trainer' },
      },
      {
        word: 'Print the learner’s handout',
        says: 'The same case with blanks to fill in; the solutions are on a page of their own.',
        icon: 'print',
        takes: { prints: 'learner' },
      },
    ],
  },
  {
    title: 'As a file',
    ways: [
      {
        word: 'Ledger as CSV',
        says: 'Every item and what became of it, for a spreadsheet.',
        icon: 'save',
        takes: { saves: saveLedger },
      },
      {
        word: 'Scenario as YAML',
        says: 'The case itself, with what was changed and done by hand. The library opens it again.',
        icon: 'save',
        takes: { saves: saveScenario },
      },
    ],
  },
  {
    title: 'For programs',
    machinery: true,
    ways: [
      {
        word: 'Run as JSON',
        says: 'Items, alerts, checklist and both fingerprints, as the command line gives them.',
        icon: 'save',
        takes: { saves: saveRun },
      },
      {
        word: 'Journal',
        says: 'One line of JSON for each thing that happened, as the command line writes it.',
        icon: 'save',
        takes: { saves: saveJournal },
      },
    ],
  },
];

/** The link to what is shown, and everything that can be kept of it. */
export function ShareDialog({ session, store, onClose, onLesson }: ShareProps) {
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const machinery = useMachinery();
  const { notSaved, saving } = useSaving();
  useEffect(() => {
    session.addressToShare().then(
      (hash) => setAddress(new URL(hash, location.href).href),
      (error: unknown) => setProblem(messageOf(error)),
    );
  }, [session]);
  const take = ({ takes }: Taking): (() => void) =>
    'prints' in takes
      ? () => {
          onClose();
          void printSheet(takes.prints);
        }
      : saving(async () => {
          await takes.saves(store, session);
        });
  return (
    <Dialog title="Share and save" onClose={onClose}>
      <CarriesBackup scenario={store.getSnapshot().scenario} />
      {problem === null ? <Link address={address} /> : <p role="alert">{problem}</p>}
      {notSaved === null ? null : <p role="alert">{notSaved}</p>}
      <section className="stack">
        <h3>For a class</h3>
        <ul className="share-list">
          <li>
            <span className="quiet">
              Every learner gets another case of this kind, predicts it, and sees it being decided.
            </span>
            <button type="button" className="button" onClick={onLesson}>
              <Icon name="pen" /> Make a lesson of this
            </button>
          </li>
        </ul>
      </section>
      {WAYS.filter((group) => machinery || !group.machinery).map(({ title, ways }) => (
        <section key={title} className="stack">
          <h3>{title}</h3>
          <ul className="share-list">
            {ways.map((way) => (
              <li key={way.word}>
                <span className="quiet">{way.says}</span>
                <button type="button" className="button" onClick={take(way)}>
                  <Icon name={way.icon} /> {way.word}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
}

/** Whether a link means something on another computer: this server answers to this one alone. */
const isOfThisComputer = (): boolean =>
  location.protocol === 'file:' || ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname);

function Link({ address }: { readonly address: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="stack">
      <label htmlFor="share-address">Link to this scenario, at this step</label>
      <div className="share-address">
        <input id="share-address" readOnly value={address} onFocus={(event) => event.target.select()} />
        <button type="button" className="button main" onClick={() => void copyText(address).then(setCopied)}>
          <Icon name={copied ? 'check' : 'copy'} /> {copied ? 'Copied' : 'Copy'}
        </button>
      </div>
      {isOfThisComputer() && (
        <p className="share-where">
          <b>This link works on this computer only.</b> For somebody else, save it as a page.
        </p>
      )}
      <p className="quiet">Changes and a case of your own travel inside the link. Nothing is sent anywhere.</p>
    </div>
  );
}
