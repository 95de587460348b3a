import { type FormEvent, useState } from 'react';

interface FieldProps {
  /** What it is asked for, to be read aloud. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string | null) => void;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day, or a moment of it. What is cleared counts as not said. */
export function DayField({ label, value, onChange }: FieldProps) {
  return (
    <label className="typed">
      <span aria-hidden="true">or the day</span>
      <input
        type="date"
        aria-label={`${label} The day`}
        value={DAY.test(value.slice(0, 10)) ? value.slice(0, 10) : ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </label>
  );
}

/** A number or a size. It counts when it is left or when Enter is pressed: “3” on the way to “38 GB” is no answer. */
export function AmountField({ label, value, onChange }: FieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    if (typed !== null && typed.trim() !== value) onChange(typed.trim() === '' ? null : typed.trim());
    setTyped(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take();
  };
  return (
    <form className="typed" onSubmit={submit}>
      <label>
        <span aria-hidden="true">or</span>{' '}
        <input
          aria-label={`${label} A number or a size, such as 38 GB`}
          placeholder="38 GB"
          maxLength={20}
          value={typed === null ? value : typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={take}
        />
      </label>
    </form>
  );
}
