// The figures of finding the cause and of a variant's twin: median and slowest. `npm run bench diagnose`
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../src/model/must.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { diagnoseSource } from '../../src/teach/diagnose/customers.ts';
import { parsOf, Questioner } from '../../src/teach/diagnose/par.ts';
import { tableOf, worldsOf } from '../../src/teach/diagnose/worlds.ts';
import { loadLesson } from '../../src/teach/load-lesson.ts';
import { twinOf } from '../../src/teach/twin.ts';
import { variantOf } from '../../src/teach/variant.ts';

const root = join(import.meta.dirname, '..', '..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const scenario = (id: string) => loadScenario(textOf(`scenarios/${id}.yaml`), id, id);
const lessons = readdirSync(join(root, 'lessons'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => loadLesson(textOf(`lessons/${file}`), file, file.slice(0, -'.yaml'.length), { scenario }));

function timed(times: number, work: (n: number) => void): { readonly median: number; readonly slowest: number } {
  const taken = Array.from({ length: times }, (_, n) => {
    const began = performance.now();
    work(n);
    return performance.now() - began;
  }).toSorted((a, b) => a - b);
  return { median: must(taken[Math.floor(times / 2)], 'a time'), slowest: must(taken.at(-1), 'a time') };
}

const MOST_MS = 500;
let failed = false;
for (const lesson of lessons)
  for (const [place, task] of lesson.tasks.entries()) {
    if ('diagnose' in task) {
      const source = diagnoseSource(must(lesson.cases[task.diagnose], task.diagnose), task.about);
      const worlds = worldsOf(source);
      const { median } = timed(7, () => {
        parsOf(new Questioner(tableOf(worldsOf(source))));
      });
      failed ||= median > MOST_MS;
      const { best, mostBitsFirst, inListOrder } = parsOf(new Questioner(tableOf(worlds)));
      console.log(
        `${median <= MOST_MS ? '✓' : '✗'} ${lesson.id}: ${worlds.combinations} worlds in ${median.toFixed(0)} ms (at ` +
          `most ${MOST_MS}), ${worlds.causes.length} causes, ${worlds.questions.length} questions; expected ` +
          `${best.toFixed(2)}, most bits first ${mostBitsFirst.toFixed(2)}, down the list ${inListOrder.toFixed(2)}`,
      );
    }
    if ('twin' in task) {
      const found = timed(9, (n) => {
        twinOf(variantOf(lesson, place, `learner-${n}`), task.about);
      });
      console.log(`  ${lesson.id}: a twin in ${found.median.toFixed(0)} ms, ${found.slowest.toFixed(0)} ms at most`);
    }
  }
if (failed) process.exitCode = 1;
