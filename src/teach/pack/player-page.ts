import type { PackedLesson } from './packed-lessons.ts';
import { xmlText } from './xml.ts';

/** The built player, ready to be put into pages. Every hash is that of its text, as a content policy names it. */
export interface PlayerKit {
  /** The player, deflated and as Base64. */
  readonly player: string;
  readonly playerHash: string;
  /** What unpacks and starts it. */
  readonly loader: string;
  readonly loaderHash: string;
  /** What speaks cmi5; only packages of that kind carry it. */
  readonly cmi5: string;
  readonly cmi5Hash: string;
  readonly styles: string;
  readonly stylesHash: string;
  readonly icon: string;
  readonly licences: string;
}

/** What a page is given to play. Nothing in it says what is right. */
export interface PackedLessons {
  /** By their names. */
  readonly lessons: Readonly<Record<string, PackedLesson>>;
  /** The codes of which every learner gets one; without them everybody gets one of their own. */
  readonly codes?: readonly string[];
  /** Nothing is played: what goes onto paper for each of the codes. */
  readonly sheets?: true;
}

/** In which element a page carries what it plays. */
export const PACKED = 'packed-lessons';

interface PageWishes {
  readonly title: string;
  readonly speaksCmi5: boolean;
}

/**
 * One HTML file with everything in it. It may ask nobody for anything, by its own policy; a cmi5 package has to reach
 * its LMS, whose address only the launch says, and narrows the policy to it before anything is asked.
 */
export function playerPage(kit: PlayerKit, packed: PackedLessons, { title, speaksCmi5 }: PageWishes): string {
  const scripts = [kit.loaderHash, kit.playerHash, ...(speaksCmi5 ? [kit.cmi5Hash] : [])];
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    'worker-src blob:',
    `style-src ${kit.stylesHash}`,
    'img-src data: blob:',
    ...(speaksCmi5 ? ['connect-src http: https:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data = JSON.stringify(packed).replaceAll('<', String.raw`\u003C`);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<link rel="icon" href="${kit.icon}">`,
    `<title>${xmlText(title)}</title>`,
    `<style>${kit.styles}</style>`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    `<script type="application/json" id="${PACKED}">${data}</script>`,
    `<script type="text/plain" id="licences">${kit.licences.replaceAll('</', '&lt;/')}</script>`,
    ...(speaksCmi5 ? [`<script>${kit.cmi5}</script>`] : []),
    `<script type="text/plain" id="player">${kit.player}</script>`,
    `<script>${kit.loader}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
