import type { DeviceKind } from '../model/kinds.ts';
import type { ImportTarget } from './import-target.ts';
import type { Product } from './product-types.ts';

interface MadeBy {
  readonly product: Product;
  readonly ios: string;
}

/** What the device is that the backup goes to; undefined where no file tells it. */
export const kindOfTarget = (target: ImportTarget, { product }: MadeBy): DeviceKind | undefined =>
  target.is === 'other' ? target.kind : product.isKnown ? product.kind : undefined;

/** The iOS of the device that the backup goes to; that of the backup unless said otherwise. */
export const iosOfTarget = (target: ImportTarget, { ios }: MadeBy): string =>
  (target.is === 'other' ? target.ios : undefined) ?? ios;
