import { APP_TILES, type AppTileId } from '../../intake/app-tiles.ts';
import { CATEGORIES, type CategoryId } from '../../rulebook/categories/categories.ts';
import { type Sign, SIGN_OF_CATEGORY } from './glyphs.tsx';

const SIGN_OF_APP: Readonly<Record<AppTileId, Sign>> = {
  'some-app': 'app',
  whatsapp: 'bubble',
  signal: 'bubble',
  telegram: 'bubble',
  'other-messenger': 'bubble',
  authenticator: 'shield',
  'authenticator-travels': 'shield',
  'google-authenticator': 'shield',
  'microsoft-authenticator': 'shield',
  bank: 'bank',
  'password-manager': 'key',
  'server-app': 'network',
  'keeps-out': 'lock',
  'game-same-model': 'phone',
  'gone-from-store': 'basket',
  'test-build': 'play',
  'self-built': 'box',
  'family-app': 'people',
  'work-app': 'badge',
};

/** Answers that mean the same thing whatever is asked. */
const SIGN_OF_WORD: Readonly<Record<string, Sign>> = {
  yes: 'yes',
  no: 'no',
  on: 'yes',
  off: 'no',
  iphone: 'phone',
  ipad: 'tablet',
  ipod: 'phone',
  icloud: 'cloud',
  computer: 'computer',
  direct: 'phones',
};

export function signOfAnswer(value: string): Sign | undefined {
  if (Object.hasOwn(APP_TILES, value)) return SIGN_OF_APP[value as AppTileId];
  if (Object.hasOwn(CATEGORIES, value)) return SIGN_OF_CATEGORY[value as CategoryId];
  return Object.hasOwn(SIGN_OF_WORD, value) ? SIGN_OF_WORD[value] : undefined;
}
