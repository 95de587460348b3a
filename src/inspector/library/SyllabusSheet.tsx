import { useSyncExternalStore } from 'react';
import { BEHAVIOURS, type Behaviour, type BehaviourId } from '../../rulebook/evidence/behaviours.ts';
import { Icon } from '../parts/Icon.tsx';
import type { ListedScenario } from './listed.ts';
import type { Catalogue, Showing } from './catalogue.ts';
import { seenBehaviours } from './seen.ts';
import { behavioursOf, CHAPTER_ORDER, CHAPTERS } from './syllabus.ts';

interface SyllabusProps {
  readonly catalogue: Catalogue;
  readonly listed: readonly ListedScenario[];
  readonly onShow: (id: BehaviourId, showing: Showing) => void;
}

/** Everything that is documented and can be shown, chapter by chapter; what was shown already has a tick. */
export function SyllabusSheet({ catalogue, listed, onShow }: SyllabusProps) {
  const { seen } = useSyncExternalStore(seenBehaviours.subscribe, () => seenBehaviours.getSnapshot());
  const titles = new Map(listed.map(({ id, title }) => [id, title]));
  const all = Object.keys(BEHAVIOURS).length;
  return (
    <div className="syllabus">
      <div className="line-up">
        <p className="seen-count" role="status">{`${seen.size} of ${all} seen on this computer`}</p>
        <button
          type="button"
          className="button small"
          aria-disabled={seen.size === 0}
          onClick={() => seenBehaviours.forget()}
        >
          Forget what was seen
        </button>
      </div>
      {CHAPTER_ORDER.map((chapter) => (
        <section key={chapter} aria-label={CHAPTERS[chapter]}>
          <h3>{CHAPTERS[chapter]}</h3>
          <ul>
            {behavioursOf(chapter).map((id) => {
              const { says, disputed }: Behaviour = BEHAVIOURS[id];
              const showing = catalogue.showings[id];
              return (
                <li key={id} className="behaviour">
                  <span className="seen-mark">
                    {seen.has(id) && (
                      <>
                        <Icon name="check" />
                        <span className="hidden">Seen</span>
                      </>
                    )}
                  </span>
                  <span className="behaviour-says">
                    {says}
                    {disputed !== undefined && <span className="disputed"> Sources differ on this.</span>}
                    {showing && (
                      <span className="quiet shown-in">
                        {`${titles.get(showing.id) ?? showing.id}, step ${showing.step}`}
                      </span>
                    )}
                  </span>
                  {showing ? (
                    <button
                      type="button"
                      className="button small"
                      aria-label={`Show me: ${says}`}
                      onClick={() => onShow(id, showing)}
                    >
                      Show me
                    </button>
                  ) : (
                    <span className="quiet">No scenario shows it yet</span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
