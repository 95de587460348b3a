import type { QuestionOption } from '../../intake/question.ts';
import type { Voice } from '../../report/device-voice.ts';
import { Glyph } from './glyphs.tsx';
import { signOfAnswer } from './signs-of-answers.ts';
import type { Tile } from './Tiles.tsx';

/** An answer as a tile, with its sign where it has one. */
export function tileOf({ value, words, means }: QuestionOption, voice: Voice): Tile {
  const sign = signOfAnswer(value);
  return { value, title: voice(words), says: means && voice(means), glyph: sign && <Glyph sign={sign} /> };
}
