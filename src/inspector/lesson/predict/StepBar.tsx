import { useEffect, useMemo, useRef } from 'react';
import { headlineOf } from '../../../report/headline.ts';
import { voiceOf } from '../../../report/device-voice.ts';
import { formatElapsed } from '../../../model/time.ts';
import { Icon, type IconName } from '../../parts/Icon.tsx';
import { useRoute, useStory } from '../../state/use-story.ts';
import { useFocusHandedOn } from '../focus-first.ts';
import type { Reveal } from './use-reveal.ts';

interface StepBarProps {
  readonly reveal: Reveal;
  readonly isAllOpen: boolean;
  readonly onNext: (() => void) | null;
  /** What the main button goes to. */
  readonly word?: string;
}

/** What just happened, and the ways on. None of them knows what is still to come. */
export function StepBar({ reveal, isAllOpen, onNext, word = 'Next to open' }: StepBarProps) {
  const { store, position } = reveal;
  const { recording, frame, playing } = useStory(store, 'recording', 'frame', 'playing');
  const route = useRoute(store);
  const { says, behind } = useMemo(
    () => headlineOf({ lines: recording.linesOf(position), world: store.world, book: store.file.book, route }),
    [recording, position, route, store],
  );
  const voice = voiceOf(store.world);
  const atEnd = position === recording.last;
  useFocusHandedOn();
  const [ahead, toNext] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  useEffect(() => {
    // Nothing is left to open: Enter goes on to the next task.
    if (isAllOpen && document.activeElement === ahead.current) toNext.current?.focus();
  }, [isAllOpen, ahead, toNext]);
  return (
    <footer className="lesson-foot">
      <div className="step-tools" role="toolbar" aria-label="Steps">
        <StepButton name="Back" icon="previous" off={position === 0} does={() => store.back()} />
        <StepButton name="One step" icon="next" off={atEnd} does={() => store.next()} />
        <StepButton
          name={playing ? 'Pause' : 'Play'}
          icon={playing ? 'pause' : 'next'}
          off={atEnd}
          does={() => store.setPlaying(!playing)}
        />
        <StepButton name="Over the gate" icon="gate" off={atEnd} does={() => store.nextGate()} />
        <button
          type="button"
          ref={ahead}
          className={isAllOpen ? 'button' : 'button main'}
          aria-disabled={atEnd}
          data-first
          onClick={() => !atEnd && reveal.toNextStop()}
        >
          <Icon name="down" /> {word}
        </button>
      </div>
      <p className="foot-says">
        <b>
          <bdi>{voice(says)}</bdi>
        </b>{' '}
        <bdi>{voice(behind)}</bdi>{' '}
        <span className="quiet">{`Step ${position + 1}, ${formatElapsed(frame.atMs)}.`}</span>
      </p>
      {onNext && (
        <button
          type="button"
          ref={toNext}
          className={isAllOpen ? 'button main' : 'button'}
          aria-disabled={!isAllOpen}
          onClick={() => isAllOpen && onNext()}
        >
          Next task <Icon name="next" />
        </button>
      )}
    </footer>
  );
}

interface StepButtonProps {
  readonly name: string;
  readonly icon: IconName;
  readonly off: boolean;
  readonly does: () => void;
}

function StepButton({ name, icon, off, does }: StepButtonProps) {
  return (
    <button
      type="button"
      className="button step-button"
      aria-disabled={off}
      title={name}
      onClick={off ? undefined : does}
    >
      <Icon name={icon} />
      <span className="step-word">{name}</span>
    </button>
  );
}
