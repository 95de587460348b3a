import { useMemo, useSyncExternalStore } from 'react';
import { fateOn } from '../../../model/fates.ts';
import type { Route } from '../../../model/kinds.ts';
import { must } from '../../../model/must.ts';
import { RULES } from '../../../rulebook/rules/rules.ts';
import type { Rule } from '../../../rulebook/tables/rule.ts';
import { CERTAINTY_WORDS } from '../../../teach/attempt.ts';
import { fatesOf } from '../../../teach/confusions.ts';
import { HARMS, scoreOf } from '../../../teach/score.ts';
import { FateWord } from '../../parts/Fate.tsx';
import { markedTasks } from '../marks-of-attempt.ts';
import { Matrix } from '../Matrix.tsx';
import { Calibration, HarmList } from '../predict/SoFar.tsx';
import type { TaskScreenProps } from '../task-screen.ts';
import { HandIn } from './HandIn.tsx';
import { type TalkedMistake, type TalkGroup, talkOf } from './talk.ts';
import './debrief.css';

/** What a trainer asks when it is over; each stands beside one's own mistakes. */
const QUESTIONS = [
  'What surprised you?',
  'What will you ask first next time?',
  'What will you never say again?',
] as const;

const BOOK: Readonly<Record<string, Rule>> = RULES;

/** The talk at the end: by kind of mistake and not by time, without a rank and without a clock. */
export function DebriefScreen({ desk, task, place, onNext }: TaskScreenProps<'debrief'>) {
  const { attempt } = useSyncExternalStore(desk.subscribe, desk.getSnapshot);
  const { lesson } = desk;
  const tasks = useMemo(() => markedTasks(lesson, attempt), [lesson, attempt]);
  const score = scoreOf(
    tasks.flatMap(({ marks }) => marks),
    lesson.pass,
  );
  const by = task.debrief === 'by rule' ? 'rule' : 'confusion';
  const groups = talkOf(tasks, by);
  const route = tasks[0] ? tasks[0].variant.scenario.route : 'icloud';
  const finish = () => {
    desk.lock(place);
    onNext?.();
  };
  const isDone = desk.log(place).locked;
  return (
    <>
      <main className="lesson-page debrief">
        <div className="debrief-grid">
          <section aria-label="What came of your answers" className="debrief-sums">
            <h2>{score.of === 0 ? 'Nothing is answered yet' : `${score.points} of ${score.of} right`}</h2>
            {score.of > 0 && (
              <p>
                {`${Math.floor(score.share * 100)} %; passed is from ${Math.round(lesson.pass * 100)} % on. `}
                <b>{score.passed ? 'You have passed.' : 'Not passed yet.'}</b>
              </p>
            )}
            <div className="card panel">
              <div className="matrix-scroll scrolls" tabIndex={0} role="group" aria-label="What you said of what it is">
                <Matrix matrix={score.matrix} caption="What you said of what it is" size="full" />
              </div>
              <HarmList score={score} isWhole />
              <Calibration score={score} />
            </div>
            <HandIn desk={desk} />
          </section>
          <section aria-label="To talk about" className="debrief-talk">
            <ol className="talk-questions">
              {QUESTIONS.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ol>
            {groups.length === 0 ? (
              <p className="card panel">
                {score.of === 0
                  ? 'Lock your bets in a task before: what there is to talk about comes from them.'
                  : 'You mixed nothing up. Tell somebody else how you told them apart: that is how it stays.'}
              </p>
            ) : (
              groups.map((group) => <Group key={group.key} group={group} by={by} route={route} />)
            )}
          </section>
        </div>
      </main>
      <footer className="lesson-foot">
        <p className="foot-says">
          {isDone
            ? 'You have been through all of it. It stays here as it is.'
            : 'Talk about it with somebody: what you say aloud you keep.'}
        </p>
        <button type="button" className="button main" aria-disabled={isDone && onNext === null} onClick={finish}>
          {onNext ? 'Next task' : 'Done'}
        </button>
      </footer>
    </>
  );
}

interface GroupProps {
  readonly group: TalkGroup;
  readonly by: 'confusion' | 'rule';
  readonly route: Route;
}

function Group({ group: { key, mistakes }, by, route }: GroupProps) {
  return (
    <article className="card panel talk-group">
      <header>
        {by === 'confusion' ? <Confused pair={key} route={route} /> : <h3>{must(BOOK[key], key).says}</h3>}
        <span className="quiet">{mistakes.length === 1 ? 'once' : `${mistakes.length} times`}</span>
      </header>
      <ul>
        {mistakes.map((mistake) => (
          <Mistake key={`${mistake.task} ${mistake.mark.n}`} mistake={mistake} by={by} route={route} />
        ))}
      </ul>
    </article>
  );
}

function Confused({ pair, route }: { readonly pair: string; readonly route: Route }) {
  const [said, is] = fatesOf(pair as Parameters<typeof fatesOf>[0]);
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

interface MistakeProps extends Omit<GroupProps, 'group'> {
  readonly mistake: TalkedMistake;
}

function Mistake({ mistake: { task, mark, title }, by, route }: MistakeProps) {
  const rule = mark.truth.rule === null ? undefined : must(BOOK[mark.truth.rule], mark.truth.rule);
  const sure = mark.bet?.sure;
  return (
    <li>
      <b>
        <bdi>{title === null ? 'The restore' : title}</bdi>
      </b>{' '}
      <span className="quiet">
        task {task + 1}
        {sure && `, “${CERTAINTY_WORDS[sure]}”`}
      </span>
      {mark.harm && <span className="harm">{HARMS[mark.harm].word}</span>}
      {by === 'rule' && mark.truth.fate && <FateWord fate={mark.truth.fate} route={route} />}
      {by === 'confusion' && rule && <p>{rule.says}</p>}
      {rule && <p className="quiet">To the customer: “{rule.customer}”</p>}
    </li>
  );
}
