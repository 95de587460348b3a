import { useMemo } from 'react';
import { voiceOf } from '../../../report/device-voice.ts';
import type { LearnerChoice } from '../../../teach/attempt.ts';
import type { DiagnoseGame, Round } from '../../../teach/diagnose/round.ts';
import { sayQuestionOf } from '../../../teach/diagnose/game.ts';
import type { Variant } from '../../../teach/variant.ts';
import { AfterCall } from './AfterCall.tsx';
import { NameTheCause } from './NameTheCause.tsx';
import { SayIt } from './SayIt.tsx';
import { Talk } from './Talk.tsx';

export interface CallProps {
  readonly title: string;
  readonly customer: Variant;
  readonly game: DiagnoseGame;
  readonly round: Round;
  /** How many causes are left is told after each answer. */
  readonly showsLeft: boolean;
  readonly onChoice: (choice: LearnerChoice) => void;
}

/** One call: what was said, what can be asked, and the causes; when it is over, what each question was worth. */
export function CallScreen({ title, customer, game, round, showsLeft, onChoice }: CallProps) {
  const voice = useMemo(() => voiceOf(customer.scenario.world), [customer]);
  const question = useMemo(() => (game.says ? sayQuestionOf(customer) : null), [game, customer]);
  return (
    <main className="lesson-main diagnose">
      <Talk
        title={title}
        customer={customer}
        game={game}
        round={round}
        showsLeft={showsLeft}
        voice={voice}
        onAsk={(asked) => onChoice({ did: 'asked', question: asked })}
      />
      <div className="side">
        <NameTheCause game={game} round={round} voice={voice} onName={(cause) => onChoice({ did: 'named', cause })} />
        {question && round.end !== 'open' && (
          <SayIt
            question={question}
            customer={customer}
            round={round}
            voice={voice}
            onSay={(option) => onChoice({ did: 'bet', option })}
          />
        )}
      </div>
      <AfterCall customer={customer} game={game} round={round} voice={voice} />
    </main>
  );
}
