import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { chaptersOf } from '../report/chapters.ts';
import { itemViews } from '../report/item-view.ts';
import { runAsText } from '../report/run-text.ts';
import { chapterAsText, type Page } from '../report/story-text.ts';
import { linesOfAttempt, toldFrom } from '../report/told.ts';
import { guarded } from './faults.ts';
import { openScenario, playOpened } from './scenarios.ts';
import { paintFor, print, widthFor } from './terminal.ts';

const SHOWCASE = new URL('../../scenarios/showcase/new-iphone-icloud-photos-on.yaml', import.meta.url);

export function register(program: Command): void {
  program
    .command('inspect')
    .summary('step through a scenario')
    .description('Tells a scenario chapter by chapter in the terminal; Enter goes on, q leaves.')
    .argument('[file]', 'the scenario file (default: the showcase)')
    .action(guarded(inspect));
}

async function inspect(file: string = fileURLToPath(SHOWCASE)): Promise<void> {
  const told = toldFrom(playOpened(openScenario(file)));
  const page: Page = { paint: paintFor(process.stdout), width: widthFor(process.stdout) };
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    print(runAsText(told, page));
    return;
  }
  const views = new Map(itemViews(told.world.items, told.attempts[0]?.rows ?? []).map((view) => [view.id, view]));
  print(page.paint.title(told.scenario.title));
  print(told.scenario.why);
  for (const chapter of chaptersOf(told.scenario.world, linesOfAttempt(told.lines, 1))) {
    print(chapterAsText(chapter, views, page).join('\n'));
    if (!(await goesOn())) return;
  }
  print(runAsText(told, page).split('\n').slice(-200).join('\n'));
}

async function goesOn(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return !(await lines.question('\nEnter: go on · q: leave ')).trim().toLowerCase().startsWith('q');
  } finally {
    lines.close();
  }
}
