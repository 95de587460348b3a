import * as z from 'zod';
import { idSchema as id, onOffSchema as onOff } from './fields.ts';
import { SERVICE_IDS, type ServiceId } from './services.ts';

const service = z.union([
  onOff.transform((state) => ({ atBackup: state, now: state })),
  z.strictObject({ atBackup: onOff.default('off'), now: onOff.default('off') }),
]);
const off = { atBackup: 'off', now: 'off' } as const;
const serviceFields = Object.fromEntries(SERVICE_IDS.map((name) => [name, service.default(off)])) as Record<
  ServiceId,
  z.ZodDefault<typeof service>
>;

export const servicesSchema = z.strictObject({
  account: id.optional().meta({ description: 'Whose iCloud it is; the first account unless said otherwise' }),
  ...serviceFields,
});
