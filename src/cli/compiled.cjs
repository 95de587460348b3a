// Runs a bundle with the machine code that Node made of it at an earlier start: compiling is a third of a cold start.
// The code lies beside the bundle, because whoever may write there may change the bundle itself.
'use strict';
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** Exit code of a command that has answered, with no. */
const ANSWER_IS_NO = 1;
const COMMAND = /^[a-z][a-z-]{0,15}$/;
/** A help runs next to nothing of its command, which would have to do with that ever after. */
const asksForHelp = process.argv.some((word) => word === '--help' || word === '-h');

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all; where nothing may be written, every start compiles anew. */
function keep(file, code) {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, code);
    renameSync(draft, file);
  } catch {
    // As above.
  }
}

/**
 * Runs the bundle `file`, which is the function of a CommonJS module; every `command` has a cache of its own, with what
 * it needs and no more.
 */
function runCompiled(file, command = '') {
  const { size, mtimeMs } = statSync(file);
  // V8 compares nothing but the length of the source, so the name tells the bundle and the Node that it belongs to.
  const version = [process.version, process.arch, size, Math.trunc(mtimeMs)].join('-');
  const cache = COMMAND.test(command) ? join(dirname(file), 'compiled', `${command}-${version}`) : undefined;
  const cachedData = cache === undefined ? undefined : readIfThere(cache);
  // The build writes ASCII alone: read as Latin-1 it is there at once, in half the memory.
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const isMissing = cachedData === undefined || script.cachedDataRejected;
  if (cache !== undefined && isMissing && !asksForHelp)
    process.once('exit', (code) => {
      // At the end, because by then everything that this command uses has been compiled. A word that is no command
      // ends with an error, and leaves nothing behind.
      if (code === 0 || code === ANSWER_IS_NO) keep(cache, script.createCachedData());
    });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, createRequire(file), loaded, file, dirname(file));
}

module.exports = { runCompiled };
