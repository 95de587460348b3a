import { useId } from 'react';
import { type CaseQuestion, DONT_KNOW, type SaidAnswer } from '../../intake/question.ts';
import { dayMeant } from '../../intake/questions/backups.questions.ts';
import { AmountField, DayField } from './TypedFields.tsx';
import { Glyph } from './glyphs.tsx';
import { ItemTiles } from './ItemTiles.tsx';
import { useVoice } from '../parts/voice.ts';
import { tileOf } from './tile-of.tsx';
import { type Tile, Tiles } from './Tiles.tsx';

export interface QuestionProps {
  readonly question: CaseQuestion;
  /** The day of the case: an age that was said stands there as a day. */
  readonly today: string;
  /** `null`: nobody has said it. */
  readonly onAnswer: (said: SaidAnswer | null) => void;
}

const UNKNOWN: Tile = { value: DONT_KNOW, title: 'I don’t know', glyph: <Glyph sign="ask" /> };

/** One question with its answers; the last is always “I don’t know”. */
export function QuestionField({ question, today, onAnswer }: QuestionProps) {
  const id = useId();
  const voice = useVoice();
  const { ask, state } = question;
  return (
    <div className="question" data-question={question.id}>
      <p className="asks" id={id}>
        <bdi>{voice(ask)}</bdi>
        {state === 'usual' && <span className="quiet"> Taken as usual until you say it.</span>}
      </p>
      <Answers question={question} today={today} labelledBy={id} onAnswer={onAnswer} />
    </div>
  );
}

interface AnswersProps extends QuestionProps {
  readonly labelledBy: string;
}

function Answers({ question, today, labelledBy, onAnswer }: AnswersProps) {
  const chosen = chosenIn(question, today);
  const voice = useVoice();
  // A second tap on what is chosen takes it back.
  const toggle = (value: string) => onAnswer(chosen.includes(value) ? null : value);
  const tiles = (
    <Tiles
      labelledBy={labelledBy}
      takes="one"
      tiles={[...question.options.map((option) => tileOf(option, voice)), UNKNOWN]}
      chosen={chosen}
      onChoose={toggle}
    />
  );
  switch (question.kind) {
    case 'tiles':
      return tiles;
    case 'list':
      return <Listed question={question} today={today} labelledBy={labelledBy} onAnswer={onAnswer} />;
    case 'several':
      return <Several question={question} today={today} labelledBy={labelledBy} onAnswer={onAnswer} />;
    case 'when':
      return (
        <div className="answers-and-field">
          {tiles}
          <DayField label={question.ask} value={textOfSaid(question)} onChange={onAnswer} />
        </div>
      );
    case 'amount':
      return (
        <div className="answers-and-field">
          {tiles}
          <AmountField label={question.ask} value={textOfSaid(question)} onChange={onAnswer} />
        </div>
      );
  }
}

/** One of many: the list that the system draws, and beside it the answer that every question has. */
function Listed({ question, labelledBy, onAnswer }: AnswersProps) {
  const isUnknown = question.state === 'not-known';
  return (
    <div className="answers-and-field">
      <select
        className="select list-answer"
        aria-labelledby={labelledBy}
        value={isUnknown ? '' : textOfSaid(question)}
        onChange={(event) => onAnswer(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">Choose …</option>
        {question.options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Tiles
        labelledBy={labelledBy}
        takes="one"
        tiles={[UNKNOWN]}
        chosen={isUnknown ? [DONT_KNOW] : []}
        onChoose={() => onAnswer(isUnknown ? null : DONT_KNOW)}
      />
    </div>
  );
}

function Several({ question, today, labelledBy, onAnswer }: AnswersProps) {
  const voice = useVoice();
  const chosen = chosenIn(question, today);
  const turn = (value: string) => {
    if (value === DONT_KNOW) return onAnswer(chosen.includes(DONT_KNOW) ? null : DONT_KNOW);
    const named = chosen.filter((each) => each !== DONT_KNOW);
    const next = named.includes(value) ? named.filter((each) => each !== value) : [...named, value];
    return onAnswer(next.length === 0 ? null : next);
  };
  const props = { labelledBy, chosen, onChoose: turn };
  return question.options.some(({ group }) => group !== undefined) ? (
    <ItemTiles {...props} options={question.options} unknown={UNKNOWN} />
  ) : (
    <Tiles {...props} takes="many" tiles={[...question.options.map((option) => tileOf(option, voice)), UNKNOWN]} />
  );
}

const textOfSaid = ({ answer }: CaseQuestion): string =>
  answer === null ? '' : typeof answer === 'string' ? answer : answer.join(' ');

function chosenIn({ state, kind, answer, options }: CaseQuestion, today: string): readonly string[] {
  if (state === 'not-known') return [DONT_KNOW];
  if (answer === null) return [];
  const said = typeof answer === 'string' ? [answer] : answer;
  const means = (value: string): string => (kind === 'when' ? dayMeant(value, today) : value);
  return options.filter(({ value }) => said.includes(means(value))).map(({ value }) => value);
}
