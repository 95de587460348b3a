// Finds the browser that the tests drive. RSIM_BROWSER, if set, decides alone; then the Chromium that npm installed
// (pinned, the same everywhere); then a Chrome, Chromium or Edge of this computer.
// Alone on the command line it prints {executablePath, args, env}, the launch options that playwright takes.
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');

// Not @sparticuz/chromium's own list: it has --single-process, which dies at the second page, and
// --disable-web-security.
// The last three keep a desktop browser from asking the network for updates.
function launchArgs() {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return [...asRoot, '--disable-dev-shm-usage', '--font-render-hinting=none', ...quiet];
}

// The package's own file names folders under /tmp only.
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias>
    <family>monospace</family>
    <prefer><family>DejaVu Sans Mono</family><family>Liberation Mono</family></prefer>
  </alias>
</fontconfig>
`;

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// The package trusts whatever lies in the temporary folder, so it unpacks in a child whose temporary folder is new,
// and the whole folder is renamed into place: a half-written copy is never found.
// AWS_LAMBDA_JS_RUNTIME makes it unpack the shared libraries that a small Linux lacks.
function unpack(packageDir, home) {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'unpacking-'));
  try {
    const index = pathToFileURL(join(packageDir, 'build', 'esm', 'index.js')).href;
    const script = [
      `const { default: chromium } = await import(${JSON.stringify(index)});`,
      'await chromium.executablePath();',
    ].join(' ');
    const env = { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
    if (child.status !== 0) throw new Error(`Chromium could not be unpacked: ${child.stderr}`);
    writeFileSync(join(fresh, 'fonts', 'fonts.conf'), fontsConf);
    try {
      renameSync(fresh, home);
    } catch (error) {
      // Another process was faster; its copy is as good.
      if (!existsSync(join(home, 'chromium'))) throw error;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function npmBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  let packageDir;
  try {
    packageDir = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..');
  } catch {
    return undefined;
  }
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(join(home, 'chromium'))) unpack(packageDir, home);
  const libraries = [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executablePath: join(home, 'chromium'),
    args: launchArgs(),
    // For the browser only: Node itself must not pick up these libraries.
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(home, 'fonts') },
  };
}

function onPath(names) {
  return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

function systemPaths() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      Boolean,
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  return onPath([
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]);
}

export function findBrowser() {
  const chosen = process.env.RSIM_BROWSER;
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`RSIM_BROWSER is "${chosen}", and there is no program that can be run.`);
    return { executablePath: chosen, args: launchArgs(), env: {} };
  }
  const fromNpm = npmBrowser();
  if (fromNpm) return fromNpm;
  const executablePath = systemPaths().find(isExecutable);
  if (executablePath) return { executablePath, args: launchArgs(), env: {} };
  throw new Error('No browser was found. Install Chrome, Chromium or Edge, or name one in RSIM_BROWSER.');
}

if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(findBrowser(), null, 2));
