import { useEffect, useState } from 'react';
import { explainRefusal } from '../../insight/explain/refusals.ts';
import { PHONE_SWITCHES } from '../../model/event-row.ts';
import { SCRIPT_EVENTS } from '../../model/events.ts';
import type { DeviceKind } from '../../model/kinds.ts';
import { onScreen } from '../../report/device-voice.ts';
import { spokenData, type SpokenNames, spokenNames } from '../../model/spoken-names.ts';
import type { PossibleEvent } from '../../run/possible-events.ts';
import type { PhoneFacts } from '../../run/standing.ts';
import type { Refused } from '../../stepping/frame.ts';
import { useMachinery } from '../parts/Machinery.tsx';
import { useStory, type ViewProps } from '../state/use-story.ts';

/** Runs longer than this are played up to a step only once the person rests there. */
const QUICK_RUN = 600;
const REST = 150;
/** Milliseconds of work between two pictures. */
const SLICE = 8;

/** `Log in: WhatsApp`, `Sign in: jonas, wrong`: the event's own words, shorter where there are many of a kind. */
function labelOf({ type, ...data }: PossibleEvent, kind: DeviceKind, names: SpokenNames): string {
  const about = spokenData(data, names);
  const { title, shortTitle = title } = SCRIPT_EVENTS[type];
  return about.length > 0 ? `${onScreen(shortTitle, kind)}: ${about.join(', ')}` : onScreen(title, kind);
}

/** The events that some actor would take at this step; found after the step is painted. */
function usePossible({ store }: ViewProps): readonly PossibleEvent[] {
  const { recording, position, playing } = useStory(store, 'recording', 'position', 'playing');
  const [events, setEvents] = useState<readonly PossibleEvent[]>([]);
  useEffect(() => {
    if (playing) return undefined;
    let timer = setTimeout(
      function look() {
        const found = store.possibleWithin(SLICE);
        if (found) setEvents(inOrder(found));
        else timer = setTimeout(look, 0);
      },
      recording.last > QUICK_RUN ? REST : 0,
    );
    return () => clearTimeout(timer);
    // Another position is another list.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [store, recording, position, playing]);
  return events;
}

/** What has an effect comes first, the surroundings after the person, harmless taps last. */
const inOrder = (events: readonly PossibleEvent[]): readonly PossibleEvent[] =>
  events.toSorted((a, b) => rank(a) - rank(b));
function rank({ type }: PossibleEvent): number {
  const { harmless, by, leaves } = SCRIPT_EVENTS[type];
  return harmless ? 3 : by === 'surroundings' ? 2 : leaves ? 1 : 0;
}

export function PossibleNow({ store, note }: ViewProps & { readonly note: string }) {
  const { refused, frame } = useStory(store, 'refused', 'frame');
  const names = spokenNames(store.world);
  const events = usePossible({ store }).filter(({ type }) => isOfUse(type, frame.phone));
  return (
    <section className="card possible" aria-label="Possible now">
      <div className="possible-list scrolls">
        <h3>{onScreen('Possible now on the phone', store.world.device.kind)}</h3>
        {refused && <Refusal refused={refused} names={names} step={frame.step} atMs={frame.atMs} />}
        <div className="line-up">
          {events.map((event) => (
            <button
              key={JSON.stringify(event)}
              type="button"
              className="button small"
              onClick={() => store.send(event)}
            >
              <bdi>{labelOf(event, store.world.device.kind, names)}</bdi>
            </button>
          ))}
          <button type="button" className="button small" onClick={() => store.wait()}>
            Wait
          </button>
        </div>
        <p className="quiet wording">{note}</p>
      </div>
    </section>
  );
}

/** Leaving a Wi-Fi that is gone would be taken and change nothing: such buttons are left out. */
function isOfUse(type: PossibleEvent['type'], phone: PhoneFacts): boolean {
  const { phone: changes } = SCRIPT_EVENTS[type];
  return changes === undefined || PHONE_SWITCHES.some((name) => (changes[name] ?? phone[name]) !== phone[name]);
}

interface RefusalProps {
  readonly refused: Refused;
  readonly names: SpokenNames;
  readonly step: number;
  readonly atMs: number;
}

function Refusal({ refused, names, step, atMs }: RefusalProps) {
  const isWhole = useMachinery();
  const { says, guards } = explainRefusal(
    { n: 0, step, atMs, actor: 'simulation', type: 'refused', ...refused },
    names,
  );
  const values = guards.flatMap((guard) =>
    Object.entries(guard.values).map(([name, value]) => ({
      id: `${guard.guard} ${name}`,
      name,
      value: String(value ?? 'none'),
    })),
  );
  return (
    <div className="refusal" role="alert">
      <p>{says}</p>
      {isWhole && values.length > 0 && (
        <dl>
          {values.map(({ id, name, value }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {isWhole && guards.length > 0 && (
        <p className="quiet">
          Guard{' '}
          {[...new Set(guards.map(({ guard }) => guard))].map((guard) => (
            <code key={guard}>{guard} </code>
          ))}
        </p>
      )}
    </div>
  );
}
