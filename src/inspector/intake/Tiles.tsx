import { type KeyboardEvent, type ReactNode, useRef } from 'react';

/** One answer that can be given with a tap. */
export interface Tile {
  readonly value: string;
  readonly title: string;
  readonly says?: string | undefined;
  readonly glyph?: ReactNode;
}

interface TilesProps {
  readonly labelledBy: string;
  readonly tiles: readonly Tile[];
  readonly chosen: readonly string[];
  /** `one`: a tap chooses and leaves the others; `many`: a tap turns one on or off. */
  readonly takes: 'one' | 'many';
  readonly onChoose: (value: string) => void;
  readonly describedBy?: string | undefined;
}

/**
 * Answers side by side. One stop for the tab key; arrows, Home and End go from tile to tile, a digit chooses by its
 * place, the space bar and Enter choose where the focus stands. Arrows alone choose nothing: nobody answers by passing
 * over an answer.
 */
export function Tiles({ labelledBy, tiles, chosen, takes, onChoose, describedBy }: TilesProps) {
  const group = useRef<HTMLDivElement>(null);
  const first = tiles.findIndex(({ value }) => chosen.includes(value));
  const stop = Math.max(0, first);
  const move = (event: KeyboardEvent) => {
    if (!group.current) return;
    const all = [...group.current.querySelectorAll<HTMLElement>('.tile')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : null;
    const to = digit ?? placeAfter(event.key, at, all.length);
    const tile = to === null ? undefined : all[to];
    if (!tile) return;
    event.preventDefault();
    tile.focus();
    if (digit !== null) tile.click();
  };
  return (
    <div
      ref={group}
      className="tiles"
      role={takes === 'one' ? 'radiogroup' : 'group'}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
    >
      {tiles.map(({ value, title, says, glyph }, place) => (
        <button
          key={value}
          type="button"
          className="tile"
          role={takes === 'one' ? 'radio' : 'checkbox'}
          aria-checked={chosen.includes(value)}
          tabIndex={place === stop ? 0 : -1}
          onClick={() => onChoose(value)}
          onKeyDown={move}
        >
          {glyph}
          <span>
            <bdi>{title}</bdi>
            {says !== undefined && <span className="quiet">{says}</span>}
          </span>
        </button>
      ))}
    </div>
  );
}

function placeAfter(key: string, at: number, many: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(many - 1, at + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return many - 1;
    default:
      return null;
  }
}
