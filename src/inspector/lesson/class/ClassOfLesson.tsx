import type { CSSProperties } from 'react';
import { FATES } from '../../../model/fates.ts';
import { must } from '../../../model/must.ts';
import { RULES } from '../../../rulebook/rules/rules.ts';
import type { Rule } from '../../../rulebook/tables/rule.ts';
import { type Confusion, fatesOf } from '../../../teach/confusions.ts';
import { GRADE_COLUMNS, gradeRows, remarkInWords } from '../../../teach/results/grade-rows.ts';
import type { GradedResult } from '../../../teach/results/grade.ts';
import { percentOf } from '../../../teach/results/told-answer.ts';
import { HARMS } from '../../../teach/answer-fate.ts';
import { rulesKnown } from '../../../teach/results/rules-known.ts';
import { csv } from '../../../report/csv.ts';
import { saveText } from '../../export/save.ts';
import { FateWord } from '../../parts/Fate.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Matrix } from '../Matrix.tsx';
import { summedMatrix, talkOfClass } from './class-sums.ts';
import { TasksOfClass } from './TasksOfClass.tsx';

interface ClassProps {
  readonly id: string;
  readonly graded: readonly GradedResult[];
}

const BOOK: Readonly<Record<string, Rule>> = RULES;
/** What a class can talk about in one lesson. */
const MOST_TALKED = 3;
const MOST_RULES = 10;
const CAPTION = 'What the class said of what it is';

/** One lesson, all that were handed in for it. */
export function ClassOfLesson({ id, graded }: ClassProps) {
  const results = graded.flatMap(({ result }) => (result === null ? [] : [result]));
  const [first] = results;
  const talk = talkOfClass(results).slice(0, MOST_TALKED);
  const rules = rulesKnown(results);
  const save = () => saveText(`${id}.class.csv`, 'text/csv;charset=utf-8', csv([GRADE_COLUMNS, ...gradeRows(graded)]));
  return (
    <section className="class-lesson" aria-label={first ? first.lesson.title : id}>
      <header className="line-up">
        <h2>{first ? first.lesson.title : 'A lesson that is not beside this page'}</h2>
        <span className="quiet">{graded.length === 1 ? '1 result' : `${graded.length} results`}</span>
        <button type="button" className="button small" onClick={save}>
          <Icon name="save" size={13} /> Table as CSV
        </button>
      </header>
      {talk.length > 0 && (
        <section aria-label="To talk about first">
          <h3>To talk about first</h3>
          <ol className="talk-first">
            {talk.map(({ key, mistakes }) => (
              <TalkFirst key={key} pair={key as Confusion} times={mistakes.length} harm={mistakes[0]?.mark.harm} />
            ))}
          </ol>
        </section>
      )}
      <div className="class-grid">
        <TasksOfClass results={results} />
        {results.length > 0 && (
          <section className="card panel" aria-label="What was mixed up">
            <h3>What was mixed up</h3>
            <div className="matrix-scroll scrolls" tabIndex={0} role="group" aria-label={CAPTION}>
              <Matrix matrix={summedMatrix(results)} caption={CAPTION} size="full" />
            </div>
          </section>
        )}
        {rules.length > 0 && (
          <section className="card panel" aria-label="Known least">
            <h3>Known least</h3>
            <ul className="rule-heat">
              {rules.slice(0, MOST_RULES).map(({ rule, right, of }) => (
                <li key={rule}>
                  <span className="share" aria-hidden="true">
                    <i style={{ '--part': `${(100 * right) / of}%` } as CSSProperties} />
                  </span>
                  <span className="rule-share">{`${right} of ${of}`}</span>
                  <span>{must(BOOK[rule], rule).says}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <ResultTable graded={graded} />
    </section>
  );
}

interface TalkProps {
  readonly pair: Confusion;
  readonly times: number;
  readonly harm: keyof typeof HARMS | undefined;
}

function TalkFirst({ pair, times, harm }: TalkProps) {
  const [said, is] = fatesOf(pair);
  return (
    <li className="card panel">
      <p className="talk-pair">
        Said <FateWord fate={said} route="icloud" /> and it is <FateWord fate={is} route="icloud" />
      </p>
      <p>
        <b>{times === 1 ? 'Once' : `${times} times`}.</b> {harm && `${HARMS[harm].word}: ${HARMS[harm].means}`}
      </p>
      <p className="quiet">
        {FATES[said].means} <b>But:</b> {FATES[is].means}
      </p>
    </li>
  );
}

/** Every result by its code: in the order of the codes, for nobody is ranked. */
function ResultTable({ graded }: Pick<ClassProps, 'graded'>) {
  const byCode = graded.toSorted((a, b) => (a.handedIn.learner < b.handedIn.learner ? -1 : 1));
  return (
    <div className="card result-scroll scrolls" tabIndex={0} role="group" aria-label="Results by code">
      <table>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Right</th>
            <th scope="col">Share</th>
            <th scope="col">Passed</th>
            <th scope="col">To look at</th>
          </tr>
        </thead>
        <tbody>
          {byCode.map(({ handedIn, result, remarks }) => (
            <tr key={`${handedIn.file} ${handedIn.learner}`}>
              <th scope="row">
                <bdi>{handedIn.learner}</bdi>
              </th>
              <td>{result ? `${Math.round(result.score.points * 10) / 10} of ${result.score.of}` : '–'}</td>
              <td>{result ? `${percentOf(result.score.share)} %` : '–'}</td>
              <td>{result ? (result.score.passed ? 'yes' : 'not yet') : '–'}</td>
              <td>
                {remarks.map((remark) => (
                  <span key={remark.word + remark.detail} className="remark">
                    {remarkInWords(remark)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
