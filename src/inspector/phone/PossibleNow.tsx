import { Suspense, useEffect, useState } from 'react';
import { PHONE_SWITCHES } from '../../model/event-row.ts';
import { SCRIPT_EVENTS } from '../../model/events.ts';
import type { DeviceKind } from '../../model/kinds.ts';
import { onScreen } from '../../report/device-voice.ts';
import { spokenData, type SpokenNames, spokenNames } from '../../model/spoken-names.ts';
import type { PossibleEvent } from '../../run/possible-events.ts';
import type { PhoneFacts } from '../../run/standing.ts';
import { part } from '../parts/part.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';

/** Seen by whoever taps what the phone does not accept. */
const WhyRefused = part(async () => (await import('./WhyRefused.tsx')).WhyRefused);

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
        {refused && (
          <Suspense fallback={null}>
            <WhyRefused refused={refused} names={names} step={frame.step} atMs={frame.atMs} />
          </Suspense>
        )}
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
