import { orNull } from '../../model/optional.ts';
import { type ExplainedSource, explainReference, sourcesBehind } from '../../insight/explain/explain-rule.ts';
import type { ImportTarget } from '../../import/import-target.ts';
import { scenarioText } from '../../import/scenario-text.ts';
import { type BackupSummary, summaryOfVisit, type VisitedBackup } from '../../import/summary.ts';
import type { Fate, Outcome } from '../../model/fates.ts';
import type { DeviceKind } from '../../model/kinds.ts';
import { IN_NO_BACKUP } from '../../import/expected-kinds.ts';
import { must } from '../../model/must.ts';
import { itemViews } from '../../report/item-view.ts';
import { voiceOf } from '../../report/device-voice.ts';
import { reportInputFrom } from '../../report/report-input.ts';
import { ruleOf } from '../../report/sources.ts';
import { CATEGORIES } from '../../rulebook/categories/categories.ts';
import type { ReferenceId } from '../../rulebook/evidence/references.ts';
import { play } from '../../run/play.ts';
import { caseFileName } from '../intake/case-file-name.ts';

/** The device that the backup is to go to, as the page's controls say it. */
export interface TargetWishes {
  readonly target: ImportTarget;
  /** Another iOS on the same device. */
  readonly ios?: string;
  /** As people write it: `64 GB`. */
  readonly free?: string;
}

/** What becomes of one kind of data, or of an app, when the backup is restored. */
export interface ItemEnd {
  readonly id: string;
  readonly title: string;
  readonly fate: Fate | null;
  readonly because: string;
  readonly ask: string | null;
  readonly sources: readonly ExplainedSource[];
}

type Cited<T> = T & { readonly sources: readonly ExplainedSource[] };
type Told = Pick<BackupSummary, 'backup' | 'notices' | 'list' | 'listProblem' | 'questions'>;

/** All that the page tells of a backup: plain data, without any name that a person gave. */
export interface BackupAnswer extends Told {
  readonly checks: readonly Cited<BackupSummary['checks'][number]>[];
  readonly absent: readonly Cited<BackupSummary['absent'][number]>[];
  readonly disagreements: readonly Cited<BackupSummary['disagreements'][number]>[];
  /** Whether the backup says which apps the store is to be asked for; `false`: none comes back by itself. */
  readonly hasAppList: boolean;
  /** What no backup on a computer holds, whatever its list says. */
  readonly never: readonly string[];
  readonly outcome: Outcome;
  /** Where the restore did not come to its end: what most of it waits for or fails at. */
  readonly endedBy: string | null;
  readonly ends: readonly ItemEnd[];
  /** The device as the answer takes it. */
  readonly device: { readonly kind: DeviceKind; readonly model: string; readonly ios: string; readonly free: number };
  /** The scenario as a file. */
  readonly file: { readonly name: string; readonly title: string; readonly text: string };
}

const sourcesOf = (cites: readonly ReferenceId[]): readonly ExplainedSource[] =>
  sourcesBehind(cites.map(explainReference));
const sourcesOfRule = (rule: string): readonly ExplainedSource[] => {
  const found = ruleOf(rule);
  return found ? sourcesOf(found.cites) : [];
};

const COMES_TO_ITS_END: ReadonlySet<Outcome> = new Set<Outcome>(['completed', 'completed-with-exclusions']);

/** The first of those that are said most often. */
function commonest(sentences: readonly string[]): string | null {
  const many = (sentence: string): number => sentences.filter((other) => other === sentence).length;
  return orNull([...new Set(sentences)].toSorted((a, b) => many(b) - many(a))[0]);
}

/** What the backup would bring back. Throws an InputError where the wishes are none that a device could have. */
export function backupAnswerOf(visited: VisitedBackup, wishes: TargetWishes): BackupAnswer {
  const summary = summaryOfVisit(visited, {
    target: wishes.target,
    changes: {
      ...(wishes.ios === undefined ? {} : { 'device.ios': wishes.ios }),
      ...(wishes.free === undefined ? {} : { 'device.free': wishes.free }),
    },
  });
  const { backup, notices, list, listProblem, questions, stated, scenario } = summary;
  const run = reportInputFrom(play(scenario));
  const voice = voiceOf(run.world);
  const views = itemViews(run.world.items, must(run.attempts.at(-1), 'the only attempt').rows, scenario.route);
  const { kind, model, ios, free } = run.world.device;
  return {
    backup,
    notices,
    list,
    listProblem,
    questions,
    checks: summary.checks.map((check) => ({ ...check, sources: sourcesOf(check.cites) })),
    absent: summary.absent.map((kindOf) => ({ ...kindOf, sources: sourcesOfRule(kindOf.rule) })),
    disagreements: summary.disagreements.map((each) => ({ ...each, sources: sourcesOfRule(each.rule) })),
    hasAppList: run.world.backups.every(({ appList }) => appList === 'yes'),
    never: IN_NO_BACKUP.map((category) => CATEGORIES[category].title),
    outcome: run.outcome,
    endedBy: COMES_TO_ITS_END.has(run.outcome) ? null : commonest(views.map(({ because }) => voice(because))),
    ends: views.map(({ id, title, fate, because, ask, rule }) => ({
      id,
      title,
      fate,
      because: voice(because),
      ask: ask === null ? null : voice(ask),
      sources: rule === null ? [] : sourcesOfRule(rule),
    })),
    device: { kind, model, ios, free },
    file: { name: caseFileName(scenario.title), title: scenario.title, text: scenarioText(stated) },
  };
}
