import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build, type InlineConfig, type Plugin } from 'vite';
import type { PlayerKit } from '../../teach/pack/player-page.ts';
import { LICENCES } from '../shared.vite.ts';

/**
 * Gathers what a packed page is made of into one file: the player's script and styles, what speaks cmi5, and the
 * licences of all that is in them. Whoever packs, on the command line or in the page, takes it from there.
 */
export function lessonKit(name: string, page: string, beside: Record<'cmi5' | 'loader', InlineConfig>): Plugin {
  return {
    name: 'restore-sim-lesson-kit',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const player = gathered(bundle);
        const reaching = gathered(await bundleOf(beside.cmi5));
        const cmi5 = harmless(reaching.script);
        const loader = harmless(gathered(await bundleOf(beside.loader)).script);
        if (player.script.includes('new Worker(new URL('))
          throw new Error('A worker of the player has kept its own file.');
        const kit: PlayerKit = {
          player: deflateRawSync(player.script, { level: 9 }).toString('base64'),
          playerHash: hashOf(player.script),
          loader,
          loaderHash: hashOf(loader),
          cmi5,
          cmi5Hash: hashOf(cmi5),
          styles: player.styles,
          stylesHash: hashOf(player.styles),
          icon: `data:image/svg+xml,${encodeURIComponent(readFileSync(join(page, 'icon.svg'), 'utf8'))}`,
          licences: `${player.licences}\n${reaching.licences}`,
        };
        this.emitFile({ type: 'asset', fileName: name, source: JSON.stringify(kit) });
      },
    },
  };
}

type Bundle = Record<string, { type: 'chunk'; code: string } | { type: 'asset'; source: string | Uint8Array }>;

function gathered(bundle: Bundle) {
  let [script, styles, licences] = ['', '', ''];
  for (const [file, part] of Object.entries(bundle)) {
    if (part.type === 'chunk') script += part.code;
    else if (file.endsWith('.css')) styles += String(part.source);
    else if (file === LICENCES) licences = String(part.source);
    else throw new Error(`${file} has no place in a page that is one file.`);
    delete bundle[file];
  }
  if (/<\/style/i.test(styles)) throw new Error('The styles would end their own element.');
  return { script, styles, licences };
}

async function bundleOf(config: InlineConfig): Promise<Bundle> {
  const built = await build({ ...config, configFile: false, logLevel: 'warn' });
  const outputs = Array.isArray(built) ? built : [built];
  return Object.fromEntries(
    outputs.flatMap((one) => ('output' in one ? one.output.map((part) => [part.fileName, part] as const) : [])),
  ) as Bundle;
}

/** A script that does not end its own element. */
const harmless = (script: string): string => script.replaceAll(/<(?=\/script|!--)/gi, String.raw`\x3C`);
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
