import { formatBytes, formatCount } from '../../model/bytes.ts';
import { dayInWords } from '../../model/time.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { MADE_FROM_BACKUP } from '../../import/made-from-backup.ts';

/** Of a run that was made from somebody’s backup: what goes along when it is shared, said before anything is. */
export function CarriesBackup({ scenario }: { readonly scenario: Scenario }) {
  const { backups, items } = scenario.world;
  if (!scenario.why.startsWith(MADE_FROM_BACKUP) && backups.every(({ list }) => list !== 'read')) return null;
  const [backup] = backups;
  const apps = items.filter(({ category }) => category === 'app');
  const kinds = items.filter(({ listed }) => listed === 'yes');
  const bytes = kinds.reduce((sum, item) => sum + item.bytes, 0);
  return (
    <section className="share-carries" aria-label="What it carries of the backup">
      <h3>This was made from a customer’s backup. Sharing it carries:</h3>
      <ul>
        {backup && <li>{`the device’s model (${backup.model}), its iOS, and the day: ${dayInWords(backup.made)}`}</li>}
        {kinds.length > 0 && (
          <li>
            how many files there are of {formatCount(kinds.length)} kinds of data, and their sizes ({formatBytes(bytes)}
            )
          </li>
        )}
        {apps.length > 0 && (
          <li>
            which apps were installed ({formatCount(apps.length)}), by their names in the App Store: they can tell a lot
          </li>
        )}
      </ul>
      <p>
        It carries no name of a person, device or file, no number, no account and no password. Ask the customer before
        you share it.
      </p>
    </section>
  );
}
