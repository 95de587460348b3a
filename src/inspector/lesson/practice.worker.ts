import { answerAsked } from './answer-asked.ts';
import type { PracticeAsked } from './work-talk.ts';
import { doPractice } from './practice/do-practice.ts';

answerAsked<PracticeAsked>(doPractice);
