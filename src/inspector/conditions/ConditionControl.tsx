import { useId } from 'react';
import type { Condition } from '../../insight/what-if/condition.ts';
import type { Backup } from '../../model/world.ts';
import { BackupList, isSegmented, Segments, Select, Switch } from './controls.tsx';
import { valueWords } from './words.ts';

interface ConditionRowProps {
  readonly condition: Condition;
  readonly value: string;
  readonly backups: readonly Backup[];
  /** What the change does, when it is the only one; said beside it. */
  readonly does: string | null;
  readonly onChoose: (value: string) => void;
  readonly onReset: () => void;
}

const MAX_LENGTH = 160;
const LINES: Readonly<Record<Condition['control']['kind'], string>> = {
  backups: 'condition-line stacked',
  switch: 'condition-line short',
  choices: 'condition-line',
};

/** One condition with the control that fits it. Orange once it is changed. */
export function ConditionControl({ condition, value, backups, does, onChoose, onReset }: ConditionRowProps) {
  const id = useId();
  const isChanged = value !== condition.value;
  const title = condition.title.slice(0, MAX_LENGTH);
  const given = { condition, value, labelledBy: id, onChoose };
  const { control } = condition;
  return (
    <li className={isChanged ? 'condition changed' : 'condition'} data-path={condition.path}>
      <div className={LINES[control.kind]}>
        <span className="condition-title" id={id}>
          <bdi>{title}</bdi>
        </span>
        {control.kind === 'backups' ? (
          <BackupList {...given} backups={backups} />
        ) : control.kind === 'switch' ? (
          <Switch {...given} control={control} />
        ) : isSegmented(condition) ? (
          <Segments {...given} />
        ) : (
          <Select {...given} />
        )}
      </div>
      {isChanged && (
        <p className="changed-note">
          <span>
            Was: <bdi>{valueWords(condition, condition.value)}</bdi>. Changed by you.{does === null ? '' : ` ${does}`}
          </span>
          <button type="button" className="link" onClick={onReset}>
            Reset<span className="hidden"> {title}</span>
          </button>
        </p>
      )}
    </li>
  );
}
