import { fateOn } from '../../../model/fates.ts';
import type { Route } from '../../../model/kinds.ts';
import type { BetMark } from '../../../teach/score.ts';
import { type BetRowData, titleOfRow } from './bet-row.ts';

export interface TurnedOver {
  readonly row: BetRowData;
  readonly marks: readonly BetMark[];
}

/** What a step turned over, for who listens: one sentence for each row. */
export const spokenReveal = (turned: readonly TurnedOver[], route: Route): string =>
  turned.map((one) => sentence(one, route)).join(' ');

function sentence({ row, marks: [mark, ...others] }: TurnedOver, route: Route): string {
  if (!mark) return '';
  const option = row.questions[0]?.question.options.find(({ word }) => word === mark.key);
  const is = mark.truth.fate !== null && mark.question === 'fate' ? fateOn(route, mark.truth.fate).word : option?.says;
  const said = row.questions[0]?.question.options.find(({ word }) => word === mark.bet?.answer);
  const asSaid = mark.right ? ', as you said' : said ? `; you said ${said.says}` : '';
  const rest =
    others.length === 0 ? '' : `, ${others.filter(({ right }) => right).length} of ${others.length} reasons right`;
  return `${titleOfRow(row)}: ${String(is)}${asSaid}${rest}.`;
}
