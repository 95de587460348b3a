import type { Category } from '../categories/category.ts';
import { SERVICES, type ServiceId } from '../../model/services.ts';
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

/** A backup counts, and what it can hold; what is sealed by standard and not named by the source is left out. */
export const isWithinReach = (category: Category, hasBackup: boolean, isOn: (service: ServiceId) => boolean): boolean =>
  (speaksOf(ACCOUNT_RECOVERY.helps, category) && category.service !== undefined && isOn(category.service)) ||
  (hasBackup && category.icloud !== 'never' && (!category.service || SERVICES[category.service].endToEnd !== 'always'));
