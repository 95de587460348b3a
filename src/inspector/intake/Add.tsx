import { type OfferedChoice, Options } from './Options.tsx';

interface AddProps {
  readonly label: string;
  readonly choices: readonly OfferedChoice[];
  readonly onAdd: (value: string) => void;
}

/** A list that puts in what is chosen, and then stands ready for the next. */
export function Add({ label, choices, onAdd }: AddProps) {
  return (
    <select
      className="select list-answer"
      aria-label={label}
      value=""
      onChange={(event) => {
        if (event.target.value !== '') onAdd(event.target.value);
      }}
    >
      <option value="">{label} …</option>
      <Options choices={choices} />
    </select>
  );
}
