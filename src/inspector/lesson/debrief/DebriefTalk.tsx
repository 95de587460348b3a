import { type Fate, fateOn } from '../../../model/fates.ts';
import type { Route } from '../../../model/kinds.ts';
import { must } from '../../../model/must.ts';
import { RULES } from '../../../rulebook/rules/rules.ts';
import type { Rule } from '../../../rulebook/tables/rule.ts';
import { CERTAINTY_WORDS } from '../../../teach/attempt.ts';
import { type Confusion, fatesOf } from '../../../teach/confusions.ts';
import {
  askedInstead,
  debriefQuestions,
  type DebriefQuestion,
  type Mistake,
  type MistakeGroup,
  mistakesBy,
} from '../../../teach/debrief.ts';
import type { Round } from '../../../teach/diagnose/round.ts';
import type { DebriefTask } from '../../../teach/lesson.ts';
import { HARMS } from '../../../teach/answer-fate.ts';
import { FateWord } from '../../parts/Fate.tsx';
import type { MarkedTask } from '../marks-of-attempt.ts';

interface TalkProps {
  readonly by: DebriefTask['debrief'];
  readonly tasks: readonly MarkedTask[];
  readonly rounds: readonly Round[];
}

const BOOK: Readonly<Record<string, Rule>> = RULES;

/** The three questions of a trainer beside one’s own mistakes, and the mistakes by their kind. */
export function DebriefTalk({ by, tasks, rounds }: TalkProps) {
  const all = tasks.flatMap(({ variant, marks }) =>
    marks.map((mark): Mistake => {
      const item = variant.scenario.world.items.find(({ id }) => id === mark.item);
      return { mark, title: item ? item.title : null };
    }),
  );
  const kind = by === 'by rule' ? 'rule' : 'confusion';
  const groups = mistakesBy(kind, all);
  const route = tasks[0] ? tasks[0].variant.scenario.route : 'icloud';
  return (
    <section aria-label="To talk about" className="debrief-talk">
      <ol className="talk-questions">
        {debriefQuestions(all).map((question) => (
          <TalkQuestion key={question.asks} question={question} isAnswered={all.length > 0} />
        ))}
      </ol>
      {rounds.length > 0 && <AskedInsteadList rounds={rounds} />}
      {groups.map((group) => (
        <Group key={group.key} group={group} by={kind} route={route} />
      ))}
      {groups.length === 0 && rounds.length === 0 && (
        <p className="card panel">
          {all.length === 0
            ? 'Lock your bets in a task before: what there is to talk about comes from them.'
            : 'You mixed nothing up. Tell somebody else how you told them apart: that is how it stays.'}
        </p>
      )}
    </section>
  );
}

/** Lines for which a question has room. */
const MOST_LINES = 3;

interface QuestionProps {
  readonly question: DebriefQuestion;
  readonly isAnswered: boolean;
}

function TalkQuestion({ question: { asks, beside, none }, isAnswered }: QuestionProps) {
  return (
    <li>
      <h3>{asks}</h3>
      {beside.length === 0 && isAnswered && <p>{none}</p>}
      {beside.length > 0 && (
        <ul>
          {beside.slice(0, MOST_LINES).map(({ title, says, mark }) => (
            <li key={`${mark.task} ${mark.n}`}>
              {title !== null && (
                <b>
                  <bdi>{title}</bdi>
                </b>
              )}{' '}
              {says}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Where the best question was another one. */
function AskedInsteadList({ rounds }: Pick<TalkProps, 'rounds'>) {
  const asked = askedInstead(rounds);
  return (
    <article className="card panel talk-group">
      <h3>{asked.length === 0 ? 'Every question was the best one.' : 'Asked where another question was better'}</h3>
      <ul>
        {asked.map(({ question, ask, times, regret, idle }) => (
          <li key={question}>
            <b>{ask}</b>{' '}
            <span className="quiet">
              {`${times === 1 ? 'once' : `${times} times`}, it cost ${regret.toFixed(2)} questions`}
              {idle > 0 && `; ${idle === 1 ? 'once' : `${idle} times`} it could tell nothing apart any more`}
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}

interface GroupProps {
  readonly group: MistakeGroup;
  readonly by: 'confusion' | 'rule';
  readonly route: Route;
}

function Group({ group: { key, mistakes }, by, route }: GroupProps) {
  return (
    <article className="card panel talk-group">
      <header>
        {by === 'confusion' ? (
          <Confused pair={fatesOf(key as Confusion)} route={route} />
        ) : (
          <h3>{must(BOOK[key], key).says}</h3>
        )}
        <span className="quiet">{mistakes.length === 1 ? 'once' : `${mistakes.length} times`}</span>
      </header>
      <ul>
        {mistakes.map((mistake) => (
          <MistakeLine key={`${mistake.mark.task} ${mistake.mark.n}`} mistake={mistake} by={by} route={route} />
        ))}
      </ul>
    </article>
  );
}

interface ConfusedProps {
  readonly pair: readonly [said: Fate, is: Fate];
  readonly route: Route;
}

function Confused({ pair: [said, is], route }: ConfusedProps) {
  return (
    <>
      <h3>
        You said <FateWord fate={said} route={route} /> and it was <FateWord fate={is} route={route} />
      </h3>
      <p className="apart">
        {fateOn(route, said).means} <b>But:</b> {fateOn(route, is).means}
      </p>
    </>
  );
}

interface LineProps extends Omit<GroupProps, 'group'> {
  readonly mistake: Mistake;
}

function MistakeLine({ mistake: { mark, title }, by, route }: LineProps) {
  const rule = mark.truth.rule === null ? undefined : must(BOOK[mark.truth.rule], mark.truth.rule);
  const sure = mark.bet?.sure;
  return (
    <li>
      <b>
        <bdi>{title === null ? 'The restore' : title}</bdi>
      </b>{' '}
      <span className="quiet">
        task {mark.task + 1}
        {sure && `, “${CERTAINTY_WORDS[sure]}”`}
      </span>
      {mark.harm && <span className="harm">{HARMS[mark.harm].word}</span>}
      {by === 'rule' && mark.truth.fate && <FateWord fate={mark.truth.fate} route={route} />}
      {by === 'confusion' && rule && <p>{rule.says}</p>}
      {rule && <p className="quiet">To the customer: “{rule.customer}”</p>}
    </li>
  );
}
