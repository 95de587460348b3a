import { useEffect, useState } from 'react';
import type { CaseDesk } from './case-desk.ts';
import { countsInWords } from './end-words.ts';
import { firstToAsk } from './first-to-ask.ts';
import { useDesk } from './use-desk.ts';

/** Whoever answers quickly hears where it ends, not every step, in milliseconds. */
const REST = 400;

/** What is read aloud when an answer has changed what follows: the counts, and what to ask next. */
export function SaidAloud({ desk }: { readonly desk: CaseDesk }) {
  const { answer, deciding, questions, isLooking, isBehind } = useDesk(
    desk,
    'answer',
    'deciding',
    'questions',
    'isLooking',
    'isBehind',
  );
  const first = deciding && !isLooking ? firstToAsk(deciding, questions, answer) : undefined;
  const counts = answer?.ok && answer.items.length > 0 ? `${countsInWords(answer.counts)}.` : '';
  const words =
    isBehind || isLooking ? null : `${counts}${first === undefined ? '' : ` Ask this next: ${first.ask}`}`.trim();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (words === null) return undefined;
    const timer = setTimeout(() => setSaid(words), REST);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="hidden" role="status">
      {said}
    </p>
  );
}
