import { useMemo } from 'react';
import { explainItem } from '../../../insight/explain/why.ts';
import { must } from '../../../model/must.ts';
import { spoken } from '../../../report/device-voice.ts';
import { diagnoseTaskOf } from '../../../teach/diagnose/customers.ts';
import { parsOf } from '../../../teach/diagnose/par.ts';
import type { AskedNote, Round } from '../../../teach/diagnose/round.ts';
import { askOf } from '../../../teach/diagnose/worlds.ts';
import { Reason } from '../feedback/Reason.tsx';
import type { CallProps } from './call-props.ts';
import { asNumber, costInWords, countOfQuestions } from './in-questions.ts';

interface AfterProps extends Pick<CallProps, 'customer' | 'game' | 'round'> {
  readonly voice: (text: string) => string;
}

/** Before a call is over: what counts. Afterwards: one’s own questions beside the best, and why it was so. */
export function AfterCall({ customer, game, round, voice }: AfterProps) {
  const { end, asked } = round;
  const explanation = useMemo(
    () => (end === 'open' ? null : spoken(explainItem(customer.run, diagnoseTaskOf(customer).about), voice)),
    [end, customer, voice],
  );
  if (explanation === null) return <WhatCounts game={game} />;
  return (
    <section className="card panel after scrolls" aria-label="After the call" tabIndex={0}>
      <h2>After the call</h2>
      <Sum game={game} round={round} />
      {asked.length > 0 && (
        <table className="beside">
          <thead>
            <tr>
              <th scope="col">Your question</th>
              <th scope="col">It cost</th>
              <th scope="col">The best one there</th>
            </tr>
          </thead>
          <tbody>
            {asked.map((note, n) => (
              <tr key={`${note.question} ${String(n)}`} className={note.idle ? 'idle' : undefined}>
                <td>{`${n + 1}. ${voice(askOf(note.question))}`}</td>
                <td>{costInWords(note.regret, note.idle)}</td>
                <td>{bestInWords(note, voice)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Names round={round} wrongName={game.wrongName} />
      <h3>Why it was so</h3>
      <Reason explanation={explanation} route={customer.scenario.route} />
    </section>
  );
}

function bestInWords({ best, question, regret }: AskedNote, voice: AfterProps['voice']): string {
  if (best === null) return 'None: the cause was settled';
  return best.question === question || asNumber(regret) === '0' ? 'the same' : voice(askOf(best.question));
}

/** The figures hold under the weights that the lesson gives to what can be. */
function Sum({ game, round }: Pick<CallProps, 'game' | 'round'>) {
  const { asked, par, end } = round;
  const pars = useMemo(() => parsOf(game.questioner), [game]);
  return (
    <>
      <p className="sum">
        <b>
          You {end === 'found' ? 'asked' : 'gave up after'} {countOfQuestions(asked.length)}; the best way of asking
          needs {par} here.
        </b>
      </p>
      <p>
        On average the best way needs {asNumber(pars.best)}, and asking down the list {asNumber(pars.inListOrder)}. So
        it is under the weights of this lesson: how often each cause comes up is its author’s guess.
      </p>
    </>
  );
}

function Names({ round: { named, end }, wrongName }: { readonly round: Round; readonly wrongName: number }) {
  const wrong = named.filter(({ right }) => !right);
  const lucky = end === 'found' && must(named.at(-1), 'the name of the cause').others > 0;
  if (wrong.length === 0 && !lucky) return null;
  return (
    <ul className="names">
      {wrong.length > 0 && (
        <li>
          {wrong.length === 1 ? 'A wrong name' : `${wrong.length} wrong names`} cost{' '}
          {countOfQuestions(wrong.length * wrongName)}.
        </li>
      )}
      {lucky && <li>You named it while other causes were still possible. This time it was so.</li>}
    </ul>
  );
}

function WhatCounts({ game }: Pick<CallProps, 'game'>) {
  const { causes, worlds, questions } = game.worlds;
  return (
    <section className="card panel after" aria-label="What counts">
      <h2>What counts</h2>
      <ul className="counts">
        <li>That you find the cause.</li>
        <li>How few questions you need for it, measured against the best way of asking.</li>
        {game.says && <li>That the customer hears the sentence that is true.</li>}
      </ul>
      <p className="quiet">
        {causes.length} causes look the same to the customer, and {questions.length} questions tell them apart. None of
        it is written by hand: {worlds.length} ways in which it can have come about have been played, and the questions
        are those of the rule book.
      </p>
    </section>
  );
}
