import { formatBytes } from '../../model/bytes.ts';
import { dayInWords } from '../../model/time.ts';
import type { Route } from '../../model/kinds.ts';
import type { PlayedAnswer } from '../../insight/explain/answers.ts';
import { type ExplainedCell, type ExplainedRule, sourcesBehind } from '../../insight/explain/explain-rule.ts';
import type { Explanation } from '../../insight/explain/why.ts';
import { CATALOGUED } from '../../rulebook/evidence/sources.ts';
import { addressesOf } from '../../rulebook/evidence/addresses.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { colourOf, FateWord } from '../parts/Fate.tsx';
import { COMPARED_WITH } from '../why/ComparedValues.tsx';
import { GateTrack } from '../why/GateTrack.tsx';
import './drop-card.css';

/** Its stages from 0, one after the other on a stage and below each other on a phone. */
export type CardPart = number | 'both';

interface DropCardProps {
  readonly explanation: Explanation;
  /** The items of one rule, as one title. */
  readonly title: string;
  readonly bytes: number;
  /** The rule keeps the copy outside the backup back. */
  readonly isWithheld: boolean;
  readonly answers: readonly PlayedAnswer[];
  readonly part: CardPart;
  readonly route: Route;
}

/** Why something does not come, on a card for a whole room; its second stage is what to say to the customer. */
export function DropCard({ explanation, title, bytes, isWithheld, answers, part, route }: DropCardProps) {
  const rule = isWithheld ? explanation.syncWithheld : explanation.rule;
  const fate = explanation.fate ?? ON_THE_WAY;
  return (
    <article className="drop-card" aria-label={title}>
      <header style={{ color: colourOf(fate) }}>
        <FateWord fate={fate} route={route} />
        {isWithheld && <span>, and no copy outside the backup</span>}
      </header>
      <h2>
        <bdi>{title}</bdi> {bytes > 0 && <span className="size">{formatBytes(bytes)}</span>}
      </h2>
      <GateTrack explanation={explanation} />
      {part !== 1 && <Because explanation={explanation} rule={rule} route={route} />}
      {part !== 0 && <ToSay explanation={explanation} rule={rule} answers={answers} />}
    </article>
  );
}

interface BecauseProps {
  readonly explanation: Explanation;
  readonly rule: ExplainedRule | null;
  readonly route: Route;
}

function Because({ explanation, rule, route }: BecauseProps) {
  const { missing, means } = explanation;
  const [source] = rule ? sourcesBehind(rule.references) : [];
  return (
    <>
      {rule && <Compared cells={rule.cells} route={route} />}
      <p className="says">{rule?.says ?? (missing ? NOT_KNOWN : means)}</p>
      {missing && <p className="aside">It depends on one thing: {missing.title}.</p>}
      {source && (
        <p className="source">
          <b>{source.title}</b> <span className="where">{addressesOf(source)[0] ?? source.where}</span>{' '}
          <span className="strength">
            {source.meaning}, as of {dayInWords(CATALOGUED)}
          </span>
        </p>
      )}
    </>
  );
}

const NOT_KNOWN = 'Nobody knows yet. One question to the customer would settle it.';

/** Values for which a card has room; the page beside the class has them all. */
const MOST_VALUES = 2;
/** What every restore has settled explains nothing. */
const isTelling = ({ fact }: ExplainedCell): boolean => fact !== 'backup.chosen';

/** Both values where the rule compared two; else what it saw. */
function Compared({ cells, route }: { readonly cells: readonly ExplainedCell[]; readonly route: Route }) {
  const compared = cells.filter(isTelling).flatMap(({ fact, compare }) => (compare ? [{ fact, compare }] : []));
  if (compared.length > 0)
    return (
      <div className="compared">
        {compared.slice(0, MOST_VALUES).map(({ fact, compare }) => (
          <dl key={fact}>
            <div>
              <dt>{COMPARED_WITH[route]}:</dt>
              <dd>
                <bdi>{compare.backup}</bdi>
              </dd>
            </div>
            <div>
              <dt>Now:</dt>
              <dd>
                <bdi>{compare.now}</bdi>
              </dd>
            </div>
          </dl>
        ))}
      </div>
    );
  const seen = cells.filter(isTelling).slice(0, MOST_VALUES);
  return seen.length === 0 ? null : (
    <ul className="compared">
      {seen.map(({ fact, words }) => (
        <li key={fact}>{words}.</li>
      ))}
    </ul>
  );
}

interface ToSayProps {
  readonly explanation: Explanation;
  readonly rule: ExplainedRule | null;
  readonly answers: readonly PlayedAnswer[];
}

function ToSay({ explanation: { missing, means }, rule, answers }: ToSayProps) {
  return (
    <>
      <h3>{missing ? 'Ask the customer' : 'Say to the customer'}</h3>
      <blockquote>{missing ? missing.ask : `“${rule?.customer ?? means}”`}</blockquote>
      {missing && <Answers answers={answers} />}
      {rule?.mends && !missing && (
        <p className="aside">
          <b>What helps:</b> {rule.mends}
        </p>
      )}
    </>
  );
}

/** Letters of all answers with their reasons for which a card has room; beyond, a room reads what follows, not why. */
const ROOM_FOR_REASONS = 200;
const MOST_ANSWERS = 3;

function Answers({ answers }: Pick<ToSayProps, 'answers'>) {
  const rest = answers.length - MOST_ANSWERS;
  const letters = answers.reduce((sum, { words, says }) => sum + words.length + says.length, 0);
  return (
    <ul className="answers">
      {answers.slice(0, MOST_ANSWERS).map(({ value, words, word, says }) => (
        <li key={value}>
          {words}: <b>{word}.</b> {letters <= ROOM_FOR_REASONS && says}
        </li>
      ))}
      {rest > 0 && <li>And {rest} more.</li>}
    </ul>
  );
}
