import type { Command } from 'commander';
import { itemViews } from '../report/item-view.ts';
import { guarded } from './faults.ts';
import { openScenario, playOpened } from './scenarios.ts';
import { print } from './terminal.ts';

export function register(program: Command): void {
  program.command('run').argument('<file>').action(guarded((file: string) => {
    const run = playOpened(openScenario(file));
    for (const v of itemViews(run.world.items, run.ledger.rows)) print(`${v.title}: ${v.fate} ${v.gate} ${v.rule}`);
    print(run.outcome);
  }));
}
