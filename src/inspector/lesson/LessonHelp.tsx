import { Dialog } from '../parts/Dialog.tsx';
import './lesson-help.css';

const KEYS: readonly (readonly [key: string, says: string])[] = [
  ['1 … 9, 0', 'Choose an answer of the question that has the focus, and go on to the next'],
  ['a … l', 'The same for a fate, by the letter of its card'],
  ['Enter', 'Go on to the next question; on a button, press it'],
  ['← →', 'Another answer of the same question'],
  ['Tab', 'The next question, or the next button'],
  ['t', 'Light or dark'],
  ['?', 'This list'],
];

/** How a lesson goes, and its keys. */
export function LessonHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="How a lesson goes" onClose={onClose}>
      <div className="lesson-help">
        <ol>
          <li>
            <b>Read</b> what the customer says and what you know.
          </li>
          <li>
            <b>Bet</b> on every item, and say how sure you are. That is shown to you afterwards and never graded.
          </li>
          <li>
            <b>Lock</b> your bets. From here on they stay as they are, also in another window.
          </li>
          <li>
            <b>Watch:</b> the simulator goes step by step, and each bet is turned over where its item is decided, with
            the rule and its source.
          </li>
        </ol>
        <p className="quiet">
          There is no time limit. Your code gives you a case of your own; with the same code the same case comes again.
          Kept are the code and what you chose, in this browser only.
        </p>
        <dl>
          {KEYS.map(([key, says]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
