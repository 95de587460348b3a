import { useMemo } from 'react';
import { must } from '../../model/must.ts';
import type { Item } from '../../model/world.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { onScreen } from '../../report/device-voice.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStory } from '../state/use-story.ts';
import { type BuiltIn, Face, Hills } from './glyphs.tsx';
import { widestWord } from './name-width.ts';
import { downloadOf } from './progress.ts';
import './phone.css';
import './home-screen.css';

interface HomeProps {
  readonly store: StoryStore;
  readonly isOver: boolean;
  readonly isPaused: boolean;
  readonly onSettings: () => void;
}

interface Tile {
  readonly id: string;
  readonly title: string;
  readonly state: 'there' | 'waiting' | 'asks' | 'of-no-use';
}

const BUILT_IN: readonly BuiltIn[] = ['Messages', 'Photos', 'Calendar', 'Contacts', 'Health', 'Files'];
const MAX_TILES = 15;
const MAX_NAME = 40;
const COLOURS = [
  '#2f8a5b',
  '#7438b8',
  '#b8551f',
  '#3b5bb5',
  '#a8315f',
  '#2e7c90',
  '#58783a',
  '#8a5a1e',
  '#1f4e7d',
  '#96333b',
];

const STATE_WORDS: Readonly<Record<Exclude<Tile['state'], 'there'>, string>> = {
  waiting: ', waiting',
  asks: ', asks for a login',
  'of-no-use': ', does not work',
};

/** Apps by what the phone knows of them: one that may not come is simply not there, and nothing says so. */
function tilesOf(items: readonly Item[], rows: readonly LedgerRow[]): Tile[] {
  const tiles: Tile[] = [];
  for (const [place, item] of items.entries()) {
    if (tiles.length > MAX_TILES) break;
    if (item.category !== 'app') continue;
    const row = must(rows[place], `the row of ${item.id}`);
    if (row.onPhone) tiles.push({ id: item.id, title: item.title, state: stateOf(items, rows, item) });
    else if (row.fate === null || row.fate === 'pending')
      tiles.push({ id: item.id, title: item.title, state: 'waiting' });
  }
  return tiles;
}

/** An app of which a part is there and of no use does not work, and offers no login. */
function stateOf(items: readonly Item[], rows: readonly LedgerRow[], app: Item): Tile['state'] {
  const isOfNoUse = (item: Item, index: number): boolean =>
    (item === app || (app.app !== undefined && item.app === app.app)) && rows[index]?.fate === 'of-no-use';
  if (items.some(isOfNoUse)) return 'of-no-use';
  return asksForLogin(items, rows, app) ? 'asks' : 'there';
}

/** The app is there and its data waits for a login. */
function asksForLogin(items: readonly Item[], rows: readonly LedgerRow[], { app }: Item): boolean {
  return (
    app !== undefined &&
    items.some((item, index) => item.app === app && item.category !== 'app' && rows[index]?.fate === 'pending')
  );
}

export function HomeScreen({ store, isOver, isPaused, onSettings }: HomeProps) {
  const { recording, ledger } = useStory(store, 'recording', 'ledger');
  const tiles = useMemo(() => tilesOf(recording.items, ledger.rows), [recording, ledger]);
  const { apps } = downloadOf(recording.items, ledger.rows);
  const shown = tiles.slice(0, MAX_TILES - BUILT_IN.length);
  const widest = useMemo(
    () => widestWord([...BUILT_IN, 'Settings', ...shown.map(({ title }) => title.slice(0, MAX_NAME))]),
    [shown],
  );
  return (
    <div className="screen sky home">
      <Hills />
      <ul
        className="tiles scrolls"
        style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, max(46px, ${widest}em)), 1fr))` }}
      >
        {BUILT_IN.map((title, index) => (
          <li key={title}>
            <span className="tile" style={{ background: COLOURS[index % COLOURS.length] }} aria-hidden="true">
              <Face of={title} />
            </span>
            <small>{title}</small>
          </li>
        ))}
        {shown.map((tile, index) => (
          <AppTile
            key={tile.id}
            tile={tile}
            store={store}
            colour={must(COLOURS[(index + BUILT_IN.length) % COLOURS.length], 'a colour')}
          />
        ))}
        <li>
          <button type="button" className="tile settings" aria-label="Settings" onClick={onSettings}>
            <Face of="Settings" />
          </button>
          <small>Settings</small>
        </li>
      </ul>
      {!isOver && (
        <footer>
          <p className="sky-note">
            <b>{apps === 0 ? 'Still restoring' : apps === 1 ? '1 app waits' : `${apps} apps wait`}</b>{' '}
            {isPaused
              ? 'Paused until power and Wi-Fi are back.'
              : onScreen('You can use the phone meanwhile.', store.world.device.kind)}
          </p>
        </footer>
      )}
    </div>
  );
}

function AppTile({
  tile: { id, title, state },
  store,
  colour,
}: {
  readonly tile: Tile;
  readonly store: StoryStore;
  readonly colour: string;
}) {
  const { recording } = useStory(store, 'recording');
  const app = recording.items.find((item) => item.id === id)?.app;
  const face = (
    <span
      className={`tile ${state}`}
      style={state === 'waiting' ? undefined : { background: colour }}
      aria-hidden="true"
    >
      {[...title][0]?.toUpperCase()}
    </span>
  );
  return (
    <li>
      {state === 'asks' && app !== undefined ? (
        <button
          type="button"
          className="tile-button"
          aria-label={`Log in to ${title.slice(0, 80)}`}
          onClick={() => store.send({ type: 'app.loggedIn', app })}
        >
          {face}
        </button>
      ) : (
        face
      )}
      <small>
        <bdi>{title.slice(0, MAX_NAME)}</bdi>
      </small>
      {state !== 'there' && <span className="hidden">{STATE_WORDS[state]}</span>}
    </li>
  );
}
