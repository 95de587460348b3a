import { must } from '../model/must.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';
import type { ReferenceId } from '../rulebook/evidence/references.ts';
import { type WarningId, WARNINGS } from '../rulebook/tables/warnings.ts';
import { warningsOf } from '../run/warnings.ts';
import type { ItemView } from './item-view.ts';
import { titlesOf } from './story-text.ts';

/** A warning as a report shows it. */
export interface WarningView {
  readonly warning: WarningId;
  readonly items: readonly string[];
  readonly what: string;
  readonly title: string;
  readonly says: string;
  readonly customer: string;
  readonly cites: readonly ReferenceId[];
}

export const warningViews = (file: CaseFile, views: readonly ItemView[]): readonly WarningView[] =>
  warningsOf(
    file,
    views.map(({ row }) => row),
  ).map(({ warning, items }) => ({
    warning,
    items,
    what: titlesOf(items.map((id) => must(file.item(id), id))),
    ...WARNINGS[warning],
  }));
