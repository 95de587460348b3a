import { answerAsked } from './answer-asked.ts';
import { doWork } from './do-work.ts';

answerAsked(doWork);
