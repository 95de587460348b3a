import type { World } from '../../model/world.ts';
import { actWords, type BeforeToTell } from '../../report/before-text.ts';
import type { Voice } from '../../report/device-voice.ts';
import { useMachinery } from '../parts/Machinery.tsx';

interface ActsProps {
  readonly world: World;
  readonly voice: Voice;
  readonly acts: BeforeToTell['acts'];
}

/** What to do before the phone goes, in its order; how each is done unfolds. */
export function ActsToDo({ world, voice, acts }: ActsProps) {
  const withIds = useMachinery();
  if (acts.length === 0) return null;
  return (
    <>
      <h3>What to do first, in this order</h3>
      <ol>
        {acts.map((planned) => {
          const { title, how, saves, cites } = actWords(world, planned);
          return (
            <li key={title}>
              <details>
                <summary>
                  <b>{voice(title)}</b>
                </summary>
                <p>{voice(how)}</p>
                {withIds && <p className="quiet">{cites.join(', ')}</p>}
              </details>
              {saves !== '' && <p>{voice(saves)}</p>}
            </li>
          );
        })}
      </ol>
    </>
  );
}
