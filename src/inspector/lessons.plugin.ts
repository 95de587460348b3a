import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { must } from '../model/must.ts';
import { loadScenario } from '../scenario/load.ts';
import type { Plain, Scenario } from '../scenario/scenario.ts';
import type { Lesson } from '../teach/lesson.ts';
import { scenariosNamedIn } from '../teach/lesson-from.ts';
import { loadLesson } from '../teach/load-lesson.ts';
import { listedAs, type LessonFile, lessonFile, LESSONS_INDEX } from './lesson/lessons-beside.ts';
import { pathAskedFor } from './path-asked-for.ts';

const SUFFIX = '.yaml';

export interface TeachingFolders {
  readonly lessons: string;
  readonly scenarios: string;
}

/**
 * Puts the lessons beside the page as data: a list of them, and for each what it states with the scenarios that it
 * names. The page works out of it what is right, as everybody else does: it stands in no file.
 */
export function lessonsBeside(folders: TeachingFolders): Plugin {
  return {
    name: 'restore-sim-lessons',
    generateBundle() {
      for (const [fileName, source] of lessonFiles(folders)) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = pathAskedFor(request);
        const body = path.startsWith('lessons/') ? lessonFiles(folders).get(path) : undefined;
        if (body === undefined) next();
        else response.setHeader('content-type', 'application/json').end(body);
      });
    },
  };
}

/** The files that hold the lessons, by their addresses. */
export function lessonFiles({ lessons, scenarios }: TeachingFolders): ReadonlyMap<string, string> {
  const names = existsSync(lessons) ? readdirSync(lessons).filter((name) => name.endsWith(SUFFIX)) : [];
  const known = new Map<string, Scenario | undefined>();
  const scenario = (id: string): Scenario | undefined => {
    const file = join(scenarios, `${id}${SUFFIX}`);
    if (!known.has(id))
      known.set(id, existsSync(file) ? loadScenario(readFileSync(file, 'utf8'), file, id) : undefined);
    return known.get(id);
  };
  const loaded = names.toSorted().map((name) => {
    const file = join(lessons, name);
    return loadLesson(readFileSync(file, 'utf8'), file, name.slice(0, -SUFFIX.length), { scenario });
  });
  return new Map([
    [LESSONS_INDEX, JSON.stringify(loaded.map(listedAs))],
    ...loaded.map((lesson): [string, string] => [lessonFile(lesson.id), JSON.stringify(fileOf(lesson, scenario))]),
  ]);
}

function fileOf({ stated }: Lesson, scenario: (id: string) => Scenario | undefined): LessonFile {
  const named = scenariosNamedIn(stated).map((id): [string, Plain] => [id, must(scenario(id), id).stated]);
  return { stated, scenarios: Object.fromEntries(named) };
}
