import { routeTaken } from '../run/route-taken.ts';
import { must } from '../model/must.ts';
import { ALERTS } from '../rulebook/tables/alerts.ts';
import type { Notice } from '../rulebook/tables/notice.ts';
import { PROMPTS } from '../rulebook/tables/prompts.ts';
import { caseFileOf } from '../run/case-file-of.ts';
import type { World } from '../model/world.ts';
import { attemptViews } from './attempts.ts';
import { backupNotes } from './backup-words.ts';
import { checklistOf } from './checklist.ts';
import { onScreen, spoken, voiceOf } from './device-voice.ts';
import { itemViews } from './item-view.ts';
import { mendViewOf } from './mend-words.ts';
import { recoveryOf } from './recovery.ts';
import { disputesBehind } from './sources.ts';
import { linesOfAttempt } from '../run/attempts-of.ts';
import type { ReportInput } from './report-input.ts';
import { warningViews } from './warning-words.ts';

const words = ({ title, text, wording }: Notice, { edition, device }: World) => ({
  title,
  text: onScreen(text[edition], device.kind),
  wording,
});

/**
 * The run as one plain object: what `run --json` prints. Items, alerts, prompts and checklist are those of the last
 * attempt.
 */
export function runAsJson(input: ReportInput): unknown {
  const { scenario, world, outcome, fingerprints, steps, simulatedMs, attempts } = input;
  const { edition } = scenario;
  const voice = voiceOf(world);
  const lines = linesOfAttempt(input.lines, attempts.length);
  const views = itemViews(world.items, must(attempts.at(-1), 'the last attempt').rows, routeTaken(world, lines));
  const compared = new Map(attemptViews(input).map((view) => [view.n, view]));
  const { ends, accessible, customer } = recoveryOf(world, outcome, lines, views);
  return {
    scenario: scenario.id,
    title: scenario.title,
    edition,
    route: scenario.route,
    outcome,
    fingerprints,
    steps,
    simulatedMs,
    attempts: attempts.map(({ n, outcome: end, fingerprint }) => {
      const view = compared.get(n);
      return {
        n,
        outcome: end,
        fingerprint,
        ...(view
          ? { how: voice(view.how), same: view.same, changes: view.changes, differences: view.differences }
          : {}),
      };
    }),
    items: views.map(
      ({ id, title, category, form, count, bytes, fate, gate, rule, because, sources, alsoStoppedBy, ask, mend }) => ({
        id,
        title,
        category,
        form,
        count,
        bytes,
        fate,
        gate,
        rule,
        because: voice(because),
        sources: sources.map(({ key, fact, title: name, strength, where }) => ({
          key,
          fact,
          title: name,
          strength,
          where,
        })),
        alsoStoppedBy,
        ...(ask === null ? {} : { ask: voice(ask) }),
        ...(mend === null ? {} : { mend: spoken(mendViewOf(mend), voice) }),
      }),
    ),
    alerts: lines.flatMap((line) =>
      line.type === 'alert.raised'
        ? [{ alert: line.alert, ...words(ALERTS[line.alert], world), atMs: line.atMs, step: line.step }]
        : [],
    ),
    prompts: lines.flatMap((line) =>
      line.type === 'prompt.shown'
        ? [
            {
              prompt: line.prompt,
              ...words(PROMPTS[line.prompt], world),
              ...(line.account === undefined ? {} : { account: line.account }),
              atMs: line.atMs,
              step: line.step,
            },
          ]
        : [],
    ),
    backups: backupNotes(caseFileOf(world)),
    warnings: spoken(warningViews(caseFileOf(world), views), voice),
    checklist: spoken(checklistOf(world, outcome, lines, views), voice),
    recovery: spoken({ ends, accessible, customer }, voice),
    disputes: disputesBehind(rulesBehind(views), scenario.shows),
  };
}

/** Rules that decided about an item or about one of its copies. */
export const rulesBehind = (views: ReturnType<typeof itemViews>): ReadonlySet<string> =>
  new Set(
    views.flatMap(({ rule, row }) =>
      [rule, row.backupCopy?.rule, row.syncWithheld].filter((id) => typeof id === 'string'),
    ),
  );
