import { useMemo } from 'react';
import { andSize } from '../../model/bytes.ts';
import { newestFirst } from '../../model/newest-first.ts';
import { dayInWords } from '../../model/time.ts';
import type { World } from '../../model/world.ts';
import { onScreen } from '../../report/device-voice.ts';
import { buttonWords } from '../../report/event-sentences.ts';
import { listWords } from '../../report/listing-words.ts';
import { things } from '../../report/word-parts.ts';
import { type AlertRow, ALERTS } from '../../rulebook/tables/alerts.ts';
import { PROMPTS } from '../../rulebook/tables/prompts.ts';
import { scenarioOfAttempt } from '../../run/attempt-scenario.ts';
import type { Drop, Scene, SceneOf } from '../../stepping/scenes.ts';
import { FateShape } from '../parts/Fate.tsx';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { changedWords } from './changed-words.ts';
import { namedItems, type SceneTelling } from './scene-words.ts';

interface DetailsProps extends ViewProps {
  readonly scene: Scene;
  readonly telling: SceneTelling;
}

/** What stands below the sentence of a scene, if anything does. */
export function SceneDetails({ store, scene, telling }: DetailsProps) {
  switch (scene.kind) {
    case 'opening':
      return <CaseFacts telling={telling} />;
    case 'attempt':
      return <Changed store={store} scene={scene} />;
    case 'screen':
      if (scene.screen === 'backup-list') return <Backups store={store} />;
      return scene.screen === 'restoring' ? <p className="aside">It does not say what is left out.</p> : null;
    case 'asks':
      return <Asked store={store} scene={scene} telling={telling} />;
    case 'alert':
      return <Alerted row={ALERTS[scene.alert]} world={telling.world} />;
    case 'decided':
      return <Decided store={store} telling={telling} />;
    default:
      return null;
  }
}

/** The lesson, and the case in a few facts. */
function CaseFacts({ telling: { scenario } }: { readonly telling: SceneTelling }) {
  const { device, items } = scenario.world;
  const old = cameFrom(scenario.world);
  return (
    <>
      <p className="lesson">
        <bdi>{scenario.why.slice(0, 400)}</bdi>
      </p>
      <dl className="facts">
        {old !== null && (
          <div>
            <dt>From</dt>
            <dd>
              <bdi>{old}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>To</dt>
          <dd>
            <bdi>{device.model}</bdi>, iOS {device.ios}
          </dd>
        </div>
        <div>
          <dt>Expected</dt>
          <dd>
            {things(items.length)}
            {andSize(items.reduce((sum, { bytes }) => sum + bytes, 0))}
          </dd>
        </div>
      </dl>
    </>
  );
}

/** What the data come from: the old phone, or the newest of the backups. */
function cameFrom({ route, oldPhone, backups }: World): string | null {
  if (route === 'direct') return oldPhone ? `the old phone: ${oldPhone.model}, iOS ${oldPhone.ios}` : null;
  const backup = backups.filter(({ kind }) => (kind === 'icloud') === (route === 'icloud')).toSorted(newestFirst)[0];
  if (!backup) return null;
  const where = route === 'icloud' ? 'an iCloud backup' : 'a backup on the computer';
  const more = backups.length > 1 ? ` (${backups.length} backups in all)` : '';
  return `${where} of ${backup.model}, iOS ${backup.ios}, made ${dayInWords(backup.made)}${more}`;
}

function Changed({ store, scene: { attempt, changes } }: ViewProps & { readonly scene: SceneOf<'attempt'> }) {
  const { scenario, hand } = useStory(store, 'scenario', 'hand');
  const words = hand ? [] : changedWords(scenarioOfAttempt(scenario, attempt - 1), changes);
  if (Object.keys(changes).length === 0) return <p className="lesson">Nothing is changed.</p>;
  return (
    <ul className="changed lesson">
      {words.length === 0 ? <li>Something is changed this time.</li> : words.map((says) => <li key={says}>{says}.</li>)}
    </ul>
  );
}

/** The list as the customer reads it, and what is not in it, each with the reason. */
function Backups({ store }: ViewProps) {
  const { frame } = useStory(store, 'frame');
  const words = frame.situation ? listWords(store.file, frame.situation) : [];
  return (
    <ul className="listed">
      {words.slice(0, 5).map((says) => (
        <li key={says}>
          <bdi>{says}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Asked({
  store,
  scene,
  telling,
}: ViewProps & { readonly scene: SceneOf<'asks'>; readonly telling: SceneTelling }) {
  const { kind } = telling.world.device;
  return (
    <>
      {scene.held.map((drop) => (
        <Held key={drop.rule} store={store} drop={drop} telling={telling} />
      ))}
      <p className="aside">
        Possible answers:{' '}
        {PROMPTS[scene.prompt].answeredBy.map((event) => onScreen(buttonWords(event), kind)).join(', ')}.
      </p>
    </>
  );
}

/** What waits for the answer, and why. */
function Held({ store, drop, telling }: ViewProps & { readonly drop: Drop; readonly telling: SceneTelling }) {
  const rule = drop.rule === null ? undefined : store.file.book[drop.rule];
  return (
    <div className="held">
      <FateShape fate={drop.fate} />
      <p>
        <b>
          Waits for it: <bdi>{namedItems(drop.items, telling.titleOf)}</bdi>.
        </b>{' '}
        {rule && telling.voice(rule.says)}
      </p>
    </div>
  );
}

function Alerted({ row, world }: { readonly row: AlertRow; readonly world: World }) {
  const { kind } = world.device;
  return (
    <p className="lesson">
      {onScreen(row.title, kind)}.{row.helps !== null && ` What helps: ${onScreen(buttonWords(row.helps), kind)}.`}
    </p>
  );
}

/** What may return. What may not was shown one by one. */
function Decided({ store, telling }: ViewProps & { readonly telling: SceneTelling }) {
  const { ledger } = useStory(store, 'ledger');
  const may = useMemo(
    () => ledger.rows.filter(({ backupCopy }) => backupCopy?.outcome === 'eligible').map(({ id }) => id),
    [ledger],
  );
  if (may.length === 0) return null;
  return (
    <p className="lesson">
      <b>May return:</b> <bdi>{namedItems(may, telling.titleOf, 10)}</bdi>.
    </p>
  );
}
