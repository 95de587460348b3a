import { type FormEvent, useState } from 'react';
import { LEARNER_CODE } from '../../../teach/variant.ts';

interface CodeProps {
  readonly code: string;
  readonly onChange: (code: string) => void;
}

/** The learner’s code: made once by the page, or typed as the trainer gave it. */
export function CodeField({ code, onChange }: CodeProps) {
  const [typed, setTyped] = useState(code);
  const [known, setKnown] = useState(code);
  if (known !== code) {
    setKnown(code);
    setTyped(code);
  }
  const isCode = LEARNER_CODE.test(typed.trim());
  const use = (event: FormEvent) => {
    event.preventDefault();
    if (isCode) onChange(typed.trim());
  };
  return (
    <form className="code-field" onSubmit={use}>
      <label htmlFor="learner-code">Your code</label>
      <span className="line-up">
        <input
          id="learner-code"
          value={typed}
          maxLength={64}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby="learner-code-says"
          aria-invalid={!isCode}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" className="button" aria-disabled={!isCode || typed.trim() === code}>
          Use it
        </button>
      </span>
      <p id="learner-code-says" className="quiet">
        {isCode
          ? 'It decides which case you get. Type the one your trainer gave you, or keep this one.'
          : 'Letters, digits and hyphens only, and no name.'}
      </p>
    </form>
  );
}
