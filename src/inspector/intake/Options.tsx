import type { NamedPart } from './more-values.ts';

/** What a list offers, under a heading where it has one. */
export type OfferedChoice = NamedPart & { readonly group?: string };

export function Options({ choices }: { readonly choices: readonly OfferedChoice[] }) {
  const groups = [...new Set(choices.map(({ group }) => group))];
  return groups.map((group) => {
    const options = choices
      .filter((choice) => choice.group === group)
      .map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ));
    return group === undefined ? (
      options
    ) : (
      <optgroup key={group} label={group}>
        {options}
      </optgroup>
    );
  });
}
