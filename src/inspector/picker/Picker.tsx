import { type KeyboardEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { ListedScenario } from '../scenarios.plugin.ts';
import type { Session } from '../state/session.ts';
import { pickFile } from './pick-file.ts';
import './picker.css';

interface PickerProps {
  readonly session: Session;
  readonly onClose: () => void;
}

const matches =
  (words: string) =>
  ({ id, title, why, edition, route }: ListedScenario): boolean => {
    const text = `${id} ${title} ${why} ${edition} ${route}`.toLowerCase();
    return words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  };

function byTheme(scenarios: readonly ListedScenario[]): ReadonlyMap<string, readonly ListedScenario[]> {
  const themes = new Map<string, ListedScenario[]>();
  for (const scenario of scenarios) themes.set(scenario.theme, [...(themes.get(scenario.theme) ?? []), scenario]);
  return themes;
}

/** The scenarios by theme, each with why it exists; a file of one's own at the end. */
export function Picker({ session, onClose }: PickerProps) {
  const { listed, source } = useSyncExternalStore(session.subscribe, session.getSnapshot);
  const [words, setWords] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const themes = useMemo(() => byTheme(listed.filter(matches(words))), [listed, words]);
  const open = (id: string) => {
    void session.openListed(id);
    onClose();
  };
  const ownFile = async () => {
    if (await pickFile(session)) onClose();
  };
  const move = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
  };
  return (
    <Dialog title="Choose a scenario" onClose={onClose}>
      <div className="line-up picker-tools" onKeyDown={move} role="presentation">
        <label className="field">
          <Icon name="search" size={14} />
          <span className="hidden">Search scenarios</span>
          <input
            type="search"
            data-first
            placeholder="Search by title, theme or purpose"
            value={words}
            maxLength={200}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <button type="button" className="button" onClick={() => void ownFile()}>
          <Icon name="file" /> Open a file
        </button>
      </div>
      <div className="themes scrolls" ref={list} onKeyDown={move} role="presentation">
        {[...themes].map(([theme, scenarios]) => (
          <section key={theme} aria-label={theme}>
            <h3>
              {theme} <span className="quiet">{scenarios.length}</span>
            </h3>
            <ul>
              {scenarios.map(({ id, title, why, edition, route }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="scenario"
                    aria-current={source !== null && 'id' in source && source.id === id}
                    onClick={() => open(id)}
                  >
                    <b>
                      <bdi>{title.slice(0, 300)}</bdi>
                    </b>
                    <span className="tag">
                      {edition}, {route}
                    </span>
                    <span className="why-line">
                      <bdi>{why.slice(0, 400)}</bdi>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {themes.size === 0 && (
          <p className="quiet">
            {listed.length === 0 ? 'No scenario lies beside this page.' : 'No scenario has these words.'}
          </p>
        )}
      </div>
      <p className="quiet">You can also drop a scenario file anywhere on the page.</p>
    </Dialog>
  );
}
