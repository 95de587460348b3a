import { Icon, type IconName } from '../parts/Icon.tsx';
import { SPEED_ORDER, SPEEDS } from '../state/speeds.ts';
import { usePicked, useStory, type ViewProps } from '../state/use-story.ts';

interface Control {
  readonly name: string;
  readonly icon: IconName;
  readonly does: () => void;
  readonly off: boolean;
  /** On a narrow page only the icon and the name for screen readers stay. */
  readonly folds?: boolean;
  readonly main?: boolean;
}

/** The place of *Play* among the controls; its speed stands beside it. */
const PLAY = 6;

/** The eight controls, in their order, with their names. */
export function Controls({ store, onProof }: ViewProps & { readonly onProof: () => void }) {
  const { position, recording, hand, playing } = useStory(store, 'position', 'recording', 'hand', 'playing');
  const atEnd = position === recording.last;
  const stays = atEnd && hand === null;
  const again = () => {
    store.runAgain();
    onProof();
  };
  const controls: readonly Control[] = [
    { name: 'First', icon: 'first', does: () => store.first(), off: position === 0, folds: true },
    { name: 'Back', icon: 'previous', does: () => store.back(), off: position === 0, folds: true },
    { name: 'Next', icon: 'next', does: () => store.next(), off: stays, main: !stays },
    { name: 'Next gate', icon: 'gate', does: () => store.nextGate(), off: stays },
    { name: 'Next drop', icon: 'down', does: () => store.nextDrop(), off: store.positionOfNextDrop() === undefined },
    { name: 'Last', icon: 'last', does: () => store.last(), off: stays, folds: true },
    { name: 'Play', icon: playing ? 'pause' : 'next', does: () => store.setPlaying(!playing), off: atEnd, folds: true },
    { name: 'Run again', icon: 'again', does: again, off: false, folds: true, main: stays },
  ];
  return (
    <div className="controls" role="toolbar" aria-label="Steps">
      {controls.slice(0, PLAY + 1).map((control) => (
        <ControlButton key={control.name} control={control} pressed={control.name === 'Play' ? playing : undefined} />
      ))}
      <SpeedChoice store={store} />
      {controls.slice(PLAY + 1).map((control) => (
        <ControlButton key={control.name} control={control} pressed={undefined} />
      ))}
    </div>
  );
}

function SpeedChoice({ store }: ViewProps) {
  const { speed } = usePicked(store, 'speed');
  return (
    <select
      className="select speed"
      aria-label="Speed of Play"
      value={speed}
      onChange={({ target }) => {
        const chosen = SPEED_ORDER.find((known) => known === target.value);
        if (chosen) store.picked.setSpeed(chosen);
      }}
    >
      {SPEED_ORDER.map((known) => (
        <option key={known} value={known}>
          {SPEEDS[known].title}
        </option>
      ))}
    </select>
  );
}

/** A control that does nothing now stays where it is and keeps the focus, so that a key press never lands elsewhere. */
function ControlButton({
  control: { name, icon, does, off, folds, main },
  pressed,
}: {
  readonly control: Control;
  readonly pressed: boolean | undefined;
}) {
  return (
    <button
      type="button"
      className={`button${main ? ' main' : ''}${folds ? ' folds' : ''}`}
      aria-label={name}
      aria-disabled={off}
      aria-pressed={pressed}
      title={folds ? name : undefined}
      onClick={off ? undefined : does}
    >
      <Icon name={icon} />
      <span>{name}</span>
    </button>
  );
}
