import { useEffect, useMemo, useRef } from 'react';
import { type SceneTelling, wordsOfScene } from './scene-words.ts';
import type { Show } from './use-show.ts';

interface StripProps {
  readonly show: Show;
  readonly telling: SceneTelling;
  /** The number that is being typed. */
  readonly typed: string;
}

/** All scenes as dots, each with its name; the one on the stage is written out. */
export function SceneStrip({ show: { scenes, place, goTo }, telling, typed }: StripProps) {
  const names = useMemo(() => scenes.map((of) => wordsOfScene(of, telling).name), [scenes, telling]);
  const row = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const { current } = row;
    const dot = current?.children[place];
    // Not scrollIntoView: that would move the page as well.
    if (current && dot instanceof HTMLElement)
      current.scrollTo({ left: dot.offsetLeft - (current.clientWidth - dot.offsetWidth) / 2 });
  }, [place]);
  return (
    <nav className="scene-strip" aria-label="Scenes">
      <ol ref={row}>
        {scenes.map((of, index) => {
          const name = names[index];
          return (
            // Scenes of a story keep their places, and several may have one name.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <button
                type="button"
                className={index < place ? 'dot past' : 'dot'}
                data-kind={of.kind}
                aria-label={`Scene ${index + 1}: ${name}`}
                title={`${index + 1}: ${name}`}
                aria-current={index === place ? 'step' : undefined}
                onClick={() => goTo(index)}
              />
            </li>
          );
        })}
      </ol>
      <p>
        {typed === '' ? (
          <>
            <b>
              {place + 1} of {scenes.length}
            </b>{' '}
            <bdi className="clip">{names[place]}</bdi>
          </>
        ) : (
          <b className="now">Go to scene {typed} …</b>
        )}
      </p>
    </nav>
  );
}
