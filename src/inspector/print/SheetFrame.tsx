import { inList } from '../../model/phrases.ts';
import type { Route } from '../../model/kinds.ts';
import { spokenNames } from '../../model/spoken-names.ts';
import { dayInWords } from '../../model/time.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';

/** What every sheet begins with: the case and its lesson. */
export function SheetHead({ store, kind }: ViewProps & { readonly kind?: string }) {
  const { scenario } = useStory(store, 'scenario');
  return (
    <>
      {kind !== undefined && <p className="sheet-kind">{kind}</p>}
      <h1>
        <bdi>{scenario.title.slice(0, 200)}</bdi>
      </h1>
      <p className="sheet-why">
        <bdi>{scenario.why.slice(0, 400)}</bdi>
      </p>
    </>
  );
}

/** The case without its title and lesson, which would name the cause. */
export function CaseHead({ store, kind }: ViewProps & { readonly kind: string }) {
  const { device, backups, route, today } = store.world;
  const names = spokenNames(store.world);
  return (
    <>
      <p className="sheet-kind">{kind}</p>
      <h1>
        <bdi>
          {device.model}, iOS {device.ios}
        </bdi>
      </h1>
      <p className="sheet-why">
        {ROUTE_SENTENCES[route]} Today is {dayInWords(today)}.{' '}
        {backups.length > 0 && `There is ${inList(backups.slice(0, 4).map(({ id }) => names.backup(id)))}.`}
      </p>
    </>
  );
}

const ROUTE_SENTENCES: Readonly<Record<Route, string>> = {
  icloud: 'The restore comes from iCloud.',
  computer: 'The restore comes from a computer.',
  direct: 'The data move from the old phone to the new one.',
};

/** Where the case can be found again, and the number by which anyone can check that it ended the same. */
export function SheetFoot({ store }: ViewProps) {
  const { scenario } = useStory(store, 'scenario');
  const { outcome, journal } = store.fingerprints;
  return (
    <p className="sheet-foot">
      restore-sim · {scenario.id} · outcome {outcome.slice(0, 16)} · journal {journal.slice(0, 16)}
    </p>
  );
}
