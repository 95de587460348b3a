import type { ReactNode } from 'react';
import { formatBytes } from '../../../model/bytes.ts';
import type { Route } from '../../../model/kinds.ts';
import { type Certainty, CERTAINTY_WORDS } from '../../../teach/attempt.ts';
import type { BetMark } from '../../../teach/score.ts';
import { FateShape, FateWord } from '../../parts/Fate.tsx';
import type { FateKey } from '../../../stepping/fate-keys.ts';
import { type BetRowData, titleOfRow } from './bet-row.ts';
import { AnswerChoices, SureBars, SureChoice } from './AnswerChoices.tsx';
import { RowVerdict } from './RowVerdict.tsx';

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
  /** Of all rows: the focus comes here. */
  readonly isFirst?: boolean;
  readonly onChoose?: (question: number, option: number) => void;
  readonly onSure?: (sure: Certainty) => void;
  readonly onSelect?: () => void;
  /** What is said of it, where it stands below the row. */
  readonly children?: ReactNode;
}

const knownOf = ({ item, known }: BetRowData): string =>
  [...(item && item.bytes > 0 ? [formatBytes(item.bytes)] : []), ...known].join(', ');

/** One item: what was bet on it, how sure, and what the simulator says. */
export function BetRow({
  row,
  state,
  route,
  isSelected = false,
  isFirst = false,
  onChoose,
  onSure,
  onSelect,
  children,
}: BetRowProps) {
  const title = titleOfRow(row);
  const mark = state.kind === 'revealed' ? (state.marks.every(({ right }) => right) ? 'is-so' : 'not-so') : '';
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
          {row.questions.map(({ n, question, chosen }, place) => (
            <AnswerChoices
              key={question.id}
              question={question}
              about={title}
              chosen={chosen}
              isFirst={isFirst && place === 0}
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
          <RowVerdict
            row={row}
            marks={state.marks}
            route={route}
            isSelected={isSelected}
            onSelect={() => onSelect?.()}
          />
        )}
      </div>
      {children}
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
