import { useEffect, useRef, useState } from 'react';
import type { ListedScenario } from './listed.ts';
import type { Catalogue } from './catalogue.ts';
import { LESSONS } from './lessons.ts';
import { ScenarioRow } from './ScenarioRow.tsx';
import { THEME_GROUPS, themeRow } from './themes.ts';

interface ShelvesProps {
  readonly listed: readonly ListedScenario[];
  /** Until it has come, only titles are shown. */
  readonly catalogue: Catalogue | undefined;
  /** The id of the scenario that is open, when it is a listed one. */
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
}

/** Everything there is: the lessons in their order, then all scenarios by theme; it opens where the open one stands. */
export function Shelves({ listed, catalogue, current, onOpen }: ShelvesProps) {
  const place = useRef<HTMLDivElement>(null);
  const byId = new Map(listed.map((entry) => [entry.id, entry]));
  const folders = new Map<string, ListedScenario[]>();
  for (const entry of listed) {
    const inFolder = folders.get(entry.theme);
    if (inFolder) inFolder.push(entry);
    else folders.set(entry.theme, [entry]);
  }
  const isLesson = LESSONS.some(({ id }) => id === current);
  const openFolder = isLesson ? undefined : listed.find(({ id }) => id === current)?.theme;
  const known = new Set(THEME_GROUPS.flatMap(({ themes }) => Object.keys(themes)));
  const groups = [
    ...THEME_GROUPS.map(({ title, themes }) => ({ title, folders: Object.keys(themes) })),
    { title: 'More', folders: [...folders.keys()].filter((folder) => !known.has(folder)) },
  ];
  const isWhole = catalogue !== undefined;
  useEffect(() => {
    if (openFolder === undefined) return undefined;
    // Once the sheet around it is shown, and again when the rows have their last height.
    const frame = requestAnimationFrame(() =>
      place.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: isWhole ? 'center' : 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [openFolder, isWhole]);
  const row = (entry: ListedScenario) => (
    <ScenarioRow
      listed={entry}
      shown={catalogue?.scenarios[entry.id]}
      isCurrent={entry.id === current}
      onOpen={onOpen}
    />
  );
  return (
    <div className="shelves" ref={place}>
      <section aria-labelledby="lessons-title">
        <h3 id="lessons-title">Twelve to begin with, in the order to teach them</h3>
        <ol className="lessons">
          {LESSONS.map((lesson) => {
            const entry = byId.get(lesson.id);
            return (
              entry && (
                <li key={lesson.id}>
                  <ScenarioRow
                    listed={entry}
                    shown={catalogue?.scenarios[lesson.id]}
                    isCurrent={lesson.id === current}
                    onOpen={onOpen}
                    lesson={lesson}
                  />
                </li>
              )
            );
          })}
        </ol>
      </section>
      {groups.map(
        ({ title, folders: inGroup }) =>
          inGroup.some((folder) => folders.has(folder)) && (
            <section key={title} aria-label={title}>
              <h3>{title}</h3>
              {inGroup.map((folder) => {
                const entries = folders.get(folder);
                return (
                  entries && (
                    <ThemeShelf
                      key={folder}
                      folder={folder}
                      entries={entries}
                      opens={folder === openFolder}
                      row={row}
                    />
                  )
                );
              })}
            </section>
          ),
      )}
    </div>
  );
}

interface ThemeShelfProps {
  readonly folder: string;
  readonly entries: readonly ListedScenario[];
  readonly opens: boolean;
  readonly row: (entry: ListedScenario) => ReturnType<typeof ScenarioRow>;
}

/** A theme, closed until somebody opens it; its scenarios are drawn only then. */
function ThemeShelf({ folder, entries, opens, row }: ThemeShelfProps) {
  const [isOpen, setOpen] = useState(opens);
  const { title, says } = themeRow(folder);
  return (
    <details className="theme" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{title}</b> <span className="quiet">{says}</span> <span className="theme-count">{entries.length}</span>
      </summary>
      {isOpen && (
        <ul>
          {entries.map((entry) => (
            <li key={entry.id}>{row(entry)}</li>
          ))}
        </ul>
      )}
    </details>
  );
}
