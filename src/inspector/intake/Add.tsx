interface AddProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly words: string; readonly group?: string }[];
  readonly onAdd: (value: string) => void;
}

/** A list that puts in what is chosen, and then stands ready for the next. */
export function Add({ label, choices, onAdd }: AddProps) {
  const groups = [...new Set(choices.map(({ group }) => group))];
  const options = (group: string | undefined) =>
    choices
      .filter((choice) => choice.group === group)
      .map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ));
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
      {groups.map((group) =>
        group === undefined ? (
          options(group)
        ) : (
          <optgroup key={group} label={group}>
            {options(group)}
          </optgroup>
        ),
      )}
    </select>
  );
}
