import type { QuestionOption } from '../../intake/question.ts';
import { Glyph } from './glyphs.tsx';
import { signOfAnswer } from './signs-of-answers.ts';
import type { Tile } from './Tiles.tsx';

/** An answer as a tile, with its sign where it has one. */
export function tileOf({ value, words, means }: QuestionOption): Tile {
  const sign = signOfAnswer(value);
  return { value, title: words, says: means, glyph: sign && <Glyph sign={sign} /> };
}
