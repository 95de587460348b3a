import type { ReactNode } from 'react';
import type { PossibleEvent } from '../../run/possible-events.ts';
import type { StoryStore } from '../state/story-store.ts';
import { Tap } from './Tap.tsx';
import { type ScreenId, wordsOf } from './wording.ts';

interface Action {
  readonly event: PossibleEvent;
  readonly word: string;
}
interface PageProps {
  readonly store: StoryStore;
  readonly id: ScreenId;
  readonly main?: Action;
  readonly link?: Action;
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}

/** A light screen: title on the left, one main action at the foot. */
export function Page({ store, id, main, link, foot, children }: PageProps) {
  const { title, text } = wordsOf(id, store.world.edition);
  return (
    <div className="screen paper">
      <h3>{title}</h3>
      {text !== '' && <p className="lead">{text}</p>}
      <div className="middle scrolls">{children}</div>
      <footer>
        {foot}
        {main && (
          <Tap store={store} event={main.event}>
            {main.word}
          </Tap>
        )}
        {link && (
          <Tap store={store} event={link.event} as="link">
            {link.word}
          </Tap>
        )}
      </footer>
    </div>
  );
}
