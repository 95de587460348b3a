import { splitAt } from '../model/optional.ts';
import { InputError } from '../model/problem.ts';
import type { DeviceKind } from '../model/kinds.ts';
import { isVersion } from '../model/version.ts';
import { kindOfModel } from './product-types.ts';

/** The device that a backup is to go to: the very one that made it, or another. */
export type ImportTarget =
  | { readonly is: 'same' }
  | { readonly is: 'other'; readonly kind: DeviceKind; readonly model: string; readonly ios?: string };

const IOS = /^i(?:Pad)?OS\s+(\S+)$/i;
const HOW = 'Write “same”, or a model and an iOS, such as "iPhone 16, iOS 18.3".';

/** `same`, `iPhone 16`, or `iPhone 16, iOS 18.3`. */
export function readTarget(words: string): ImportTarget {
  const [model, version, ...rest] = splitAt(words.trim(), /\s*,\s*/);
  if (model === 'same' && version === undefined) return { is: 'same' };
  const kind = kindOfModel(model);
  const ios = version === undefined ? undefined : IOS.exec(version)?.[1];
  const isOdd = version !== undefined && (ios === undefined || !isVersion(ios));
  if (kind === undefined || isOdd || rest.length > 0 || model.length > 80)
    throw new InputError([{ file: '--device', message: `“${words.slice(0, 120)}” is no device`, advice: HOW }]);
  return { is: 'other', kind, model, ...(ios === undefined ? {} : { ios }) };
}
