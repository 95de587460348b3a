import { formatBytes } from '../../../model/bytes.ts';
import type { Route } from '../../../model/kinds.ts';
import type { Item } from '../../../model/world.ts';
import { type Certainty, CERTAINTY_WORDS } from '../../../teach/attempt.ts';
import type { PutQuestion } from '../../../teach/questions/question.ts';
import type { BetMark } from '../../../teach/score.ts';
import { FateShape, FateWord } from '../../parts/Fate.tsx';
import type { FateKey } from '../../../stepping/fate-keys.ts';
import { Choices, SureBars, SureChoice } from './Choices.tsx';
import { Verdict } from './Verdict.tsx';

/** A question of a row: its place among the questions of the task, and what was chosen. */
export interface RowQuestion {
  readonly n: number;
  readonly question: PutQuestion;
  readonly chosen: number | null;
}

export interface BetRowData {
  readonly key: string;
  /** `null`: it is about the story as a whole. */
  readonly item: Item | null;
  /** What is known of the item, besides its size. */
  readonly known: readonly string[];
  readonly questions: readonly RowQuestion[];
  /** How sure of the first of them. */
  readonly sure: Certainty | null;
}

/** What the simulator says of a row, as far as it has come. */
export type RowState =
  | { readonly kind: 'open to bets' }
  /** Bets are locked; `soFar` is what has been said of it until now, and may still change. */
  | { readonly kind: 'locked'; readonly soFar: FateKey | null }
  | { readonly kind: 'revealed'; readonly marks: readonly BetMark[] };

interface BetRowProps {
  readonly row: BetRowData;
  readonly state: RowState;
  readonly route: Route;
  readonly isSelected?: boolean;
  readonly onChoose?: (question: number, option: number) => void;
  readonly onSure?: (sure: Certainty) => void;
  readonly onSelect?: () => void;
}

const MAX_TITLE = 160;
export const titleOfRow = ({ item }: BetRowData): string => (item ? item.title.slice(0, MAX_TITLE) : 'The restore');
export const isAnswered = ({ questions, sure }: BetRowData): boolean =>
  sure !== null && questions.every(({ chosen }) => chosen !== null);

const knownOf = ({ item, known }: BetRowData): string =>
  [...(item && item.bytes > 0 ? [formatBytes(item.bytes)] : []), ...known].join(', ');

/** One item: what was bet on it, how sure, and what the simulator says. */
export function BetRow({ row, state, route, isSelected = false, onChoose, onSure, onSelect }: BetRowProps) {
  const title = titleOfRow(row);
  const mark = state.kind === 'revealed' ? (state.marks.every(({ right }) => right) ? 'right' : 'wrong') : '';
  return (
    <li className={`bet-row ${mark}`} aria-current={isSelected} data-row={row.key}>
      <div className="bet-item">
        <b>
          <bdi>{title}</bdi>
        </b>
        <span className="bet-known">
          <bdi>{knownOf(row)}</bdi>
        </span>
      </div>
      {state.kind === 'open to bets' ? (
        <>
          {row.questions.map(({ n, question, chosen }) => (
            <Choices
              key={question.id}
              question={question}
              about={title}
              chosen={chosen}
              onChoose={(option) => onChoose?.(n, option)}
            />
          ))}
          <SureChoice name={`sure-${row.key}`} about={title} sure={row.sure} onSure={(sure) => onSure?.(sure)} />
        </>
      ) : (
        <OwnBets row={row} />
      )}
      <div className="bet-verdict">
        {state.kind === 'locked' && <OnItsWay soFar={state.soFar} route={route} />}
        {state.kind === 'revealed' && (
          <Verdict row={row} marks={state.marks} route={route} isSelected={isSelected} onSelect={() => onSelect?.()} />
        )}
      </div>
    </li>
  );
}

/** What was bet, once nothing of it can be changed. */
function OwnBets({ row }: { readonly row: BetRowData }) {
  return (
    <div className="own-bets">
      {row.questions.map(({ question, chosen }, place) => {
        const option = chosen === null ? undefined : question.options[chosen];
        return (
          <p key={question.id} className="own-bet">
            <span className="hidden">You said: </span>
            {option?.fate && <FateShape fate={option.fate} />}
            <span>{option ? option.says : 'Nothing'}</span>
            {place === 0 && row.sure && (
              <span className="own-sure" title={CERTAINTY_WORDS[row.sure]}>
                <SureBars sure={row.sure} />
                <span className="own-sure-word">{CERTAINTY_WORDS[row.sure]}</span>
              </span>
            )}
          </p>
        );
      })}
    </div>
  );
}

/** Something may have been said of it already; its last word is still to come. */
function OnItsWay({ soFar, route }: { readonly soFar: FateKey | null; readonly route: Route }) {
  return soFar === null ? (
    <span className="on-its-way">
      <FateShape fate="on-the-way" /> still on the way
    </span>
  ) : (
    <span className="on-its-way">
      so far <FateWord fate={soFar} route={route} />
    </span>
  );
}
