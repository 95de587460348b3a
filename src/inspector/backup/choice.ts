import type { DeviceKind } from '../../model/kinds.ts';
import type { TargetWishes } from './backup-answer.ts';

/** The device that a person has chosen for the backup. `''` is what nobody has said. */
export interface TargetChoice {
  readonly isSame: boolean;
  readonly kind: DeviceKind;
  readonly model: string;
  readonly ios: string;
  /** In GB. */
  readonly free: string;
}

/** The very device that made the backup, as it was. */
export const AS_IT_WAS: TargetChoice = { isSame: true, kind: 'iphone', model: '', ios: '', free: '' };

/** What the choice means. */
export function targetWishesOf({ isSame, kind, model, ios, free }: TargetChoice): TargetWishes {
  return {
    target: isSame || model === '' ? { is: 'same' } : { is: 'other', kind, model, ...(ios === '' ? {} : { ios }) },
    ...((isSame || model === '') && ios !== '' ? { ios } : {}),
    ...(free === '' ? {} : { free: `${free} GB` }),
  };
}
