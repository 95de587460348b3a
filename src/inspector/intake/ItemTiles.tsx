import { must } from '../../model/must.ts';
import { addToGroup } from '../../model/groups.ts';
import { useId, useMemo, useState } from 'react';
import type { QuestionOption } from '../../intake/question.ts';
import { Icon } from '../parts/Icon.tsx';
import { useVoice } from '../parts/voice.ts';
import { tileOf } from './tile-of.tsx';
import { type Tile, Tiles } from './Tiles.tsx';

interface ItemTilesProps {
  readonly labelledBy: string;
  readonly options: readonly QuestionOption[];
  readonly chosen: readonly string[];
  readonly unknown: Tile;
  readonly onChoose: (value: string) => void;
}

/** From so many on they are searched, and do not all stand open. */
const MANY = 40;
/** The headings that stand open from the start: what customers name. */
const OPEN_AT_FIRST = 2;

/** Many tiles under headings, with a search over all of them. */
export function ItemTiles({ labelledBy, options, chosen, unknown, onChoose }: ItemTilesProps) {
  const [words, setWords] = useState('');
  const isMany = options.length > MANY;
  const groups = useMemo(() => inGroups(options.filter(has(words))), [options, words]);
  return (
    <div className="item-tiles">
      <div className="line-up">
        {isMany && (
          <label className="field">
            <Icon name="search" size={14} />
            <span className="hidden">Find a kind of data or an app</span>
            <input
              type="search"
              placeholder="Find: whatsapp, photos, codes …"
              value={words}
              maxLength={100}
              onChange={(event) => setWords(event.target.value)}
            />
          </label>
        )}
        <Tiles labelledBy={labelledBy} takes="many" tiles={[unknown]} chosen={chosen} onChoose={onChoose} />
      </div>
      {[...groups].map(([group, inside], place) => (
        <Group
          key={group}
          title={group}
          options={inside}
          chosen={chosen}
          isOpen={!isMany || words !== '' || place < OPEN_AT_FIRST}
          onChoose={onChoose}
        />
      ))}
      {groups.size === 0 && <p className="quiet">Nothing is called so. Try another word.</p>}
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly options: readonly QuestionOption[];
  readonly chosen: readonly string[];
  readonly isOpen: boolean;
  readonly onChoose: (value: string) => void;
}

function Group({ title, options, chosen, isOpen, onChoose }: GroupProps) {
  const id = useId();
  const voice = useVoice();
  const [opened, setOpened] = useState(isOpen);
  const many = options.filter(({ value }) => chosen.includes(value)).length;
  return (
    <details open={isOpen || opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary id={id}>
        {voice(title)} {many > 0 && <span className="tag">{many} chosen</span>}
      </summary>
      <Tiles
        labelledBy={id}
        takes="many"
        tiles={options.map(({ value, words, group }) => tileOf({ value, words, ...(group ? { group } : {}) }, voice))}
        chosen={chosen}
        onChoose={onChoose}
      />
    </details>
  );
}

const has =
  (words: string) =>
  ({ value, words: title, means }: QuestionOption): boolean => {
    const text = `${value} ${title} ${means}`.toLowerCase();
    return words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  };

function inGroups(options: readonly QuestionOption[]): ReadonlyMap<string, readonly QuestionOption[]> {
  const groups = new Map<string, QuestionOption[]>();
  for (const option of options) {
    addToGroup(groups, must(option.group, 'the group of a tile'), [option]);
  }
  return groups;
}
