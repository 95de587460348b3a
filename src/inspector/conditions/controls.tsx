import { useId } from 'react';
import type { Condition } from '../../insight/what-if/condition.ts';
import { dayInWords } from '../../model/time.ts';
import type { Backup } from '../../model/world.ts';
import { useMachinery } from '../parts/Machinery.tsx';
import { type SwitchControl, switchWord, valueWords } from './words.ts';

interface ControlProps {
  readonly condition: Condition;
  readonly value: string;
  /** The id of the element that names the condition. */
  readonly labelledBy: string;
  readonly onChoose: (value: string) => void;
}

/** Choices whose words together are no longer than this stand side by side. */
const MAX_SEGMENTS_LENGTH = 24;
const MAX_SEGMENTS = 3;

export const isSegmented = (condition: Condition): boolean =>
  condition.choices.length <= MAX_SEGMENTS &&
  condition.choices.reduce((sum, { value }) => sum + valueWords(condition, value).length, 0) <= MAX_SEGMENTS_LENGTH;

export function Switch({
  condition,
  value,
  labelledBy,
  onChoose,
  control,
}: ControlProps & { readonly control: SwitchControl }) {
  const id = useId();
  const { on, off } = control;
  const word = switchWord(condition, control, value);
  return (
    <span className="switch-part">
      {word !== null && (
        <span className="switch-word" id={id}>
          {word}
        </span>
      )}
      <button
        type="button"
        role="switch"
        className="switch"
        aria-checked={value === on}
        aria-labelledby={word === null ? labelledBy : `${labelledBy} ${id}`}
        onClick={() => onChoose(value === on ? off : on)}
      >
        <span />
      </button>
    </span>
  );
}

export function Segments({ condition, value, labelledBy, onChoose }: ControlProps) {
  const name = useId();
  return (
    <span className="segments" role="radiogroup" aria-labelledby={labelledBy}>
      {condition.choices.map((choice) => (
        <label key={choice.value} title={choice.title.slice(0, 200)}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <bdi>{valueWords(condition, choice.value)}</bdi>
        </label>
      ))}
    </span>
  );
}

export function Select({ condition, value, labelledBy, onChoose }: ControlProps) {
  return (
    <select
      className="select choice"
      aria-labelledby={labelledBy}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      {condition.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {valueWords(condition, choice.value)}
        </option>
      ))}
    </select>
  );
}

/** The backups there are, with what tells them apart. */
export function BackupList({
  condition,
  value,
  labelledBy,
  onChoose,
  backups,
}: ControlProps & { readonly backups: readonly Backup[] }) {
  const name = useId();
  const withIds = useMachinery();
  const byId = new Map(backups.map((backup) => [backup.id, backup]));
  return (
    <div className="backup-list scrolls" role="radiogroup" aria-labelledby={labelledBy}>
      {condition.choices.map((choice) => {
        const backup = byId.get(choice.value);
        return (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span>
              <bdi>{backup ? backup.device.slice(0, 80) : valueWords(condition, choice.value)}</bdi>
              {backup && (
                <span className="quiet">
                  {' '}
                  {dayInWords(backup.made)}
                  {withIds && (
                    <>
                      , <bdi>{backup.id}</bdi>
                    </>
                  )}
                  {backup.encrypted === 'yes' ? ', encrypted' : ''}
                </span>
              )}
            </span>
          </label>
        );
      })}
    </div>
  );
}
