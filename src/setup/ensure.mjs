// Installs the dependencies when they are missing or do not belong to the present lock file.
// Runs before anything is installed, so it uses nothing but Node, and only syntax that an old Node can parse.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.restore-sim-stamp');
// Beside node_modules, not in it: npm ci empties that folder.
const lockFile = join(root, '.cache', 'install.pid');

function nodeIsSupported(version) {
  const [major, minor] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
}

function wantedStamp() {
  const text = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(text).digest('hex');
  return hash + ' ' + process.platform + '-' + process.arch + '\n';
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function tryLock() {
  mkdirSync(dirname(lockFile), { recursive: true });
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  let holder = 0;
  try {
    holder = Number(readFileSync(lockFile, 'utf8'));
  } catch {
    return false;
  }
  // An empty file belongs to somebody who is between creating it and writing to it.
  if (holder > 0 && !isAlive(holder)) rmSync(lockFile, { force: true });
  return false;
}

async function lock() {
  let told = false;
  for (let tries = 0; !tryLock(); tries += 1) {
    if (tries > 3 && !told) {
      console.error('restore-sim: another process is installing; waiting for it.');
      told = true;
    }
    if (tries > 1200) throw new Error('Waited 10 minutes for ' + lockFile + '; remove it if nothing is installing.');
    await new Promise((done) => setTimeout(done, 500));
  }
}

function install() {
  console.error('restore-sim: installing dependencies, about a minute the first time …');
  // Whatever NODE_ENV or the user's omit setting says: building and testing need them all.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error('npm ci failed (exit code ' + result.status + '); its message is above.');
  writeFileSync(stampFile, wantedStamp());
}

async function ensure() {
  if (!nodeIsSupported(process.versions.node)) {
    throw new Error(
      'Node 20.19+, 22.12+ or 24+ is needed; this is Node ' +
        process.versions.node +
        '. See https://nodejs.org/en/download',
    );
  }
  if (isInstalled()) return;
  await lock();
  try {
    if (!isInstalled()) install();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

ensure().catch((error) => {
  console.error('restore-sim: ' + error.message);
  process.exitCode = 1;
});
