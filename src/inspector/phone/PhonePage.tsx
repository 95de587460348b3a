import type { ReactNode } from 'react';
import type { FullScreenId } from '../../model/screens.ts';
import type { PossibleEvent } from '../../run/possible-events.ts';
import type { StoryStore } from '../state/story-store.ts';
import { Tap } from './Tap.tsx';
import { phoneWords } from './wording.ts';

export interface ScreenAction {
  readonly event: PossibleEvent;
  readonly word: string;
}
interface PageProps {
  readonly store: StoryStore;
  readonly id: FullScreenId;
  readonly main?: ScreenAction;
  readonly link?: ScreenAction;
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}

/** A light screen: title on the left, one main action at the foot. */
export function PhonePage({ store, id, main, link, foot, children }: PageProps) {
  const { title, text } = phoneWords(id, store.world);
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
