import type { Ref } from 'react';
import { must } from '../../model/must.ts';
import type { Route } from '../../model/kinds.ts';
import type { Tallies } from '../../stepping/ledger-cursor.ts';
import { FATE_KEYS } from '../../stepping/fate-keys.ts';
import type { LegendEntry } from '../export/picture.ts';
import { FateShape, wordOf } from '../parts/Fate.tsx';

interface LegendProps {
  readonly marks: Ref<HTMLDivElement>;
  readonly tallies: Tallies;
  readonly route: Route;
}

/** The marks that occur, drawn once out of sight: a picture takes them over with it. */
export function SlideLegend({ marks, tallies, route }: LegendProps) {
  return (
    <div ref={marks} hidden>
      {FATE_KEYS.filter((fate) => tallies[fate].items > 0).map((fate) => (
        <span key={fate} data-fate={fate} data-word={wordOf(fate, route)}>
          <FateShape fate={fate} />
        </span>
      ))}
    </div>
  );
}

/** The legend of a picture, out of the marks that were drawn. */
export function legendIn(marks: HTMLElement | null): readonly LegendEntry[] {
  const colours = getComputedStyle(document.documentElement);
  const card = colours.getPropertyValue('--card').trim();
  if (!marks) return [];
  return Array.from(marks.querySelectorAll<HTMLElement>('[data-fate]'), (mark) => ({
    word: String(mark.dataset['word']),
    colour: colours.getPropertyValue(`--fate-${mark.dataset['fate']}`).trim(),
    shape: must(mark.querySelector('svg'), 'the shape of a fate').innerHTML.replaceAll(CUT_OUT, card),
  }));
}

const CUT_OUT = /var\(--cut, ?var\(--card\)\)|var\(--card\)/g;
