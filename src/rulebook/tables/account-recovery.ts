import type { Category } from '../categories/category.ts';
import type { ServiceId } from '../../model/services.ts';
import type { ReferenceId } from '../evidence/references.ts';

interface RecoveryService {
  readonly where: string;
  readonly says: string;
  /** Services of whose copies the source speaks. */
  readonly services: readonly ServiceId[];
  readonly cites: readonly ReferenceId[];
}

/** What Apple can bring back to a person who has lost the account, under the standard setting, and what it cannot. */
export const ACCOUNT_RECOVERY = {
  helps: {
    where: 'Apple’s help for a lost account',
    says: 'Under the standard setting Apple can help to regain photos, notes, reminders and backups of the device.',
    services: ['photos', 'notes', 'reminders'],
    cites: ['EE-16'],
  },
  cannot: {
    where: 'Out of Apple’s reach',
    says: 'Apple cannot bring back passwords, Screen Time or Health: only own devices or a recovery way open them',
    services: ['keychain', 'screen-time', 'health'],
    cites: ['EE-16', 'EE-02'],
  },
} as const satisfies Readonly<Record<string, RecoveryService>>;

const speaksOf = ({ services }: RecoveryService, { service }: Category): boolean =>
  service !== undefined && services.includes(service);

export const isOutOfReach = (category: Category): boolean => speaksOf(ACCOUNT_RECOVERY.cannot, category);

/** Whether Apple's help reaches the copy that a service keeps. */
export const isWithinReach = (category: Category, isOn: (service: ServiceId) => boolean): boolean =>
  speaksOf(ACCOUNT_RECOVERY.helps, category) && category.service !== undefined && isOn(category.service);
