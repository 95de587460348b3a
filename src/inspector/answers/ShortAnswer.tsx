import type { ReactNode } from 'react';
import { type AnswerPart, partsThatAre } from '../../report/answer-part.ts';
import type { Voice } from '../../report/device-voice.ts';

interface AnswerProps {
  /** How it speaks of the device that it is about. */
  readonly voice: Voice;
  /** The answer itself, in one line. */
  readonly headline: string;
  readonly parts: readonly AnswerPart[];
  /** What is to be done, where the parts do not say it. */
  readonly children?: ReactNode;
}

/** The answer in one line, then what it means for whoever asks, then the reasons, folded. */
export function ShortAnswer({ voice, headline, parts, children }: AnswerProps) {
  const reasons = partsThatAre(parts, false);
  return (
    <>
      <p className="headline">{voice(headline)}</p>
      {children}
      <dl className="brief">
        {partsThatAre(parts, true).map(({ title, says }) => (
          <div key={title}>
            <dt>{voice(title)}</dt>
            {says.map(({ text }) => (
              <dd key={text}>{voice(text)}</dd>
            ))}
          </div>
        ))}
      </dl>
      {reasons.length > 0 && (
        <details>
          <summary>Reasons</summary>
          {reasons.map(({ title, says }) => (
            <div key={title}>
              <h3>{voice(title)}</h3>
              {says.map(({ text }) => (
                <p key={text}>{voice(text)}</p>
              ))}
            </div>
          ))}
        </details>
      )}
    </>
  );
}
