import { useMemo } from 'react';
import { voiceOf } from '../../../report/device-voice.ts';
import { sayQuestionOf } from '../../../teach/diagnose/game.ts';
import type { CallProps } from './call-props.ts';
import { AfterCall } from './AfterCall.tsx';
import { NameTheCause } from './NameTheCause.tsx';
import { SayIt } from './SayIt.tsx';
import { Talk } from './Talk.tsx';

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
