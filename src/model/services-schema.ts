import * as z from 'zod/mini';
import {
  idSchema as id,
  onOffSchema as onOff,
  readAsSchema as readAs,
  optionalSchema as optional,
  defaultSchema as byDefault,
} from './fields.ts';
import { SERVICE_IDS, type ServiceId } from './services.ts';

const service = z.union([
  readAs(onOff, (state) => ({ atBackup: state, now: state })),
  z.strictObject({ atBackup: byDefault(onOff, 'off'), now: byDefault(onOff, 'off') }),
]);
const off = { atBackup: 'off', now: 'off' } as const;
const serviceFields = Object.fromEntries(SERVICE_IDS.map((name) => [name, byDefault(service, off)])) as Record<
  ServiceId,
  z.ZodMiniDefault<typeof service>
>;

export const servicesSchema = z.strictObject({
  account: optional(id, 'Whose iCloud it is; the first account unless said otherwise'),
  ...serviceFields,
});

/** What is said of one backup alone, where its switches stood otherwise than at the others. */
export const servicesOfBackupSchema = z.strictObject(
  Object.fromEntries(
    SERVICE_IDS.map((name) => [name, optional(onOff, 'Whether it was on when this backup was made')]),
  ) as Record<ServiceId, z.ZodMiniOptional<typeof onOff>>,
);
