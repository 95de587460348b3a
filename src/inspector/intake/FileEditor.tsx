import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { InputError, type Problem } from '../../model/problem.ts';
import { loadScenario } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';

interface EditorProps {
  readonly file: string;
  readonly text: string;
  /** Puts the file back into the cards; gives what the cards cannot take up, or nothing. */
  readonly onApply: (scenario: Scenario, text: string) => void;
  /** Whether something stands here that the cards do not say yet. */
  readonly onEdited: (isEdited: boolean) => void;
  readonly onClose: () => void;
}

/** Whoever types is not interrupted at each key, in milliseconds. */
const REST = 250;

interface Checked {
  readonly text: string;
  readonly scenario: Scenario | null;
  readonly problems: readonly Problem[];
}

/** The case as the file it is: read at every change, with what is wrong beside the line that it stands in. */
export function FileEditor({ file, text: given, onApply, onEdited, onClose }: EditorProps) {
  const [text, setText] = useState(given);
  const [checked, setChecked] = useState<Checked>(() => check(given, file));
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    const timer = setTimeout(() => setChecked(check(text, file)), REST);
    return () => clearTimeout(timer);
  }, [text, file]);
  useEffect(() => area.current?.focus(), []);
  const isChecked = checked.text === text;
  const goTo = ({ line = 1, column = 1 }: Problem) => {
    const at = placeOf(text, line, column);
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
  };
  const apply = () => {
    const now = isChecked ? checked : check(text, file);
    setChecked(now);
    if (now.scenario) onApply(now.scenario, text);
  };
  return (
    <section className="file-editor" aria-label="The file">
      <header className="line-up">
        <h3>The file behind the cards</h3>
        <span className="spacer" />
        <button type="button" className="button small" onClick={onClose}>
          {text === given ? 'Back to the cards' : 'Leave without these changes'}
        </button>
        <button type="button" className="button small main" onClick={apply} aria-disabled={checked.scenario === null}>
          Use this file
        </button>
      </header>
      <Numbered text={text} problems={checked.problems}>
        <textarea
          ref={area}
          aria-label="The case as YAML"
          aria-describedby={id}
          aria-invalid={checked.problems.length > 0}
          spellCheck={false}
          autoCapitalize="off"
          wrap="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onEdited(event.target.value !== given);
          }}
        />
      </Numbered>
      <div id={id} className="file-problems scrolls" role="status">
        {text !== given && <p>The cards and the answer stand as they were until you use this file.</p>}
        <p className={checked.problems.length > 0 ? 'wrong' : 'quiet'}>{verdictOf(checked, isChecked)}</p>
        <ol>
          {checked.problems.map((problem) => (
            <li key={`${problem.line} ${problem.column} ${problem.message}`}>
              <button type="button" className="link" onClick={() => goTo(problem)}>
                {placeInWords(problem)}
              </button>{' '}
              <bdi>{problem.message}</bdi>
              {problem.advice !== undefined && (
                <p className="quiet">
                  <bdi>{problem.advice}</bdi>
                </p>
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

const placeInWords = ({ line = 1, column = 1 }: Problem): string => `Line ${line}, column ${column}`;

function verdictOf({ problems }: Checked, isChecked: boolean): string {
  if (!isChecked) return 'Reading …';
  if (problems.length === 0) return 'It can be played.';
  return problems.length === 1 ? 'One thing has to be put right:' : `${problems.length} things have to be put right:`;
}

interface NumberedProps {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly children: ReactNode;
}

/** Line numbers beside what is typed; they scroll with it, and mark the lines in which something is wrong. */
function Numbered({ text, problems, children }: NumberedProps) {
  const numbers = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.split('\n').length, [text]);
  const wrong = useMemo(() => new Set(problems.map(({ line }) => line)), [problems]);
  const follow = (event: { readonly target: EventTarget | null }) => {
    if (numbers.current && event.target instanceof HTMLElement) numbers.current.scrollTop = event.target.scrollTop;
  };
  return (
    <div className="numbered" onScrollCapture={follow}>
      <div className="line-numbers" ref={numbers} aria-hidden="true">
        {Array.from({ length: lines }, (_, at) => (
          <span key={at} className={wrong.has(at + 1) ? 'wrong' : undefined}>
            {at + 1}
          </span>
        ))}
      </div>
      {children}
    </div>
  );
}

function check(text: string, file: string): Checked {
  try {
    return { text, scenario: loadScenario(text, file), problems: [] };
  } catch (error) {
    if (error instanceof InputError) return { text, scenario: null, problems: error.problems };
    throw error;
  }
}

function placeOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let n = 1; n < line; n += 1) {
    const next = text.indexOf('\n', at);
    if (next === -1) return text.length;
    at = next + 1;
  }
  return Math.min(text.length, at + column - 1);
}
