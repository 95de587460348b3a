import * as z from 'zod';
import {
  idSchema as id,
  onOffSchema as onOff,
  optionalSchema as optional,
  defaultSchema as byDefault,
} from './fields.ts';
import { SERVICE_IDS, type ServiceId } from './services.ts';

const service = z.union([
  onOff.transform((state) => ({ atBackup: state, now: state })),
  z.strictObject({ atBackup: byDefault(onOff, 'off'), now: byDefault(onOff, 'off') }),
]);
const off = { atBackup: 'off', now: 'off' } as const;
const serviceFields = Object.fromEntries(SERVICE_IDS.map((name) => [name, byDefault(service, off)])) as Record<
  ServiceId,
  z.ZodDefault<typeof service>
>;

export const servicesSchema = z.strictObject({
  account: optional(id, 'Whose iCloud it is; the first account unless said otherwise'),
  ...serviceFields,
});

/** What is said of one backup alone, where its switches stood otherwise than at the others. */
export const servicesOfBackupSchema = z.strictObject(
  Object.fromEntries(
    SERVICE_IDS.map((name) => [name, optional(onOff, 'Whether it was on when this backup was made')]),
  ) as Record<ServiceId, z.ZodOptional<typeof onOff>>,
);
