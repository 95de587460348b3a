import { lessonIri, IRI_BASE } from '../pack/course-structure.ts';
import { cutTo } from '../pack/xml.ts';
import { inLmsWords, isoDuration, type ToldAnswer } from './told-answer.ts';

/** An answer as an xAPI statement, but for who, when and its own id: those belong to whoever sends it. */
export interface AnsweredStatement {
  readonly verb: { readonly id: string; readonly display: LanguageMap };
  readonly object: {
    readonly objectType: 'Activity';
    readonly id: string;
    readonly definition: {
      readonly type: string;
      readonly interactionType: 'choice';
      readonly name: LanguageMap;
      readonly description: LanguageMap;
      readonly correctResponsesPattern: readonly string[];
      readonly choices: readonly { readonly id: string; readonly description: LanguageMap }[];
    };
  };
  readonly result: {
    readonly success: boolean;
    readonly response: string;
    readonly duration: string;
    readonly extensions: Readonly<Record<string, string | number>>;
  };
  /** What the answer is about, beside the lesson. */
  readonly about: readonly {
    readonly objectType: 'Activity';
    readonly id: string;
    readonly definition: { readonly type: string };
  }[];
}
type LanguageMap = Readonly<Record<string, string>>;

const ANSWERED = 'http://adlnet.gov/expapi/verbs/answered';
const INTERACTION = 'http://adlnet.gov/expapi/activities/cmi.interaction';
const en = (text: string): LanguageMap => ({ en: cutTo(1000, text) });

/** The names of what we add to a statement; they stay as they are, because reports are built on them. */
const own = (kind: 'extensions' | 'rules' | 'confusions' | 'types', name: string): string =>
  `${IRI_BASE}/${kind}/${name.split('/').map(encodeURIComponent).join('/')}`;

/** An answer to a question of a lesson. */
export function answeredStatement(lesson: string, answer: ToldAnswer): AnsweredStatement {
  const { certainty, gate, rule, confusion } = answer;
  const about = (kind: 'rules' | 'confusions', type: string, name: string | undefined) =>
    name === undefined
      ? []
      : [{ objectType: 'Activity' as const, id: own(kind, name), definition: { type: own('types', type) } }];
  return {
    verb: { id: ANSWERED, display: { en: 'answered' } },
    object: {
      objectType: 'Activity',
      id: `${lessonIri(lesson)}/${inLmsWords(answer.id)}`,
      definition: {
        type: INTERACTION,
        interactionType: 'choice',
        name: en(inLmsWords(answer.id)),
        description: en(answer.asks),
        correctResponsesPattern: [inLmsWords(answer.key)],
        choices: answer.options.map(({ id, words }) => ({ id: inLmsWords(id), description: en(words) })),
      },
    },
    result: {
      success: answer.right,
      response: inLmsWords(answer.bet),
      duration: isoDuration(answer.seconds),
      extensions: {
        ...(certainty === undefined ? {} : { [own('extensions', 'certainty')]: certainty }),
        ...(gate === undefined ? {} : { [own('extensions', 'gate')]: gate }),
        [own('extensions', 'seed')]: answer.seed,
        [own('extensions', 'fingerprint')]: answer.fingerprint,
      },
    },
    about: [...about('rules', 'rule', rule), ...about('confusions', 'confusion', confusion)],
  };
}
