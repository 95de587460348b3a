import { useEffect, useState, useSyncExternalStore } from 'react';
import { FATES } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import type { Recording } from '../../stepping/recording.ts';
import { type Scene, sceneAt, scenesOf } from '../../stepping/scenes.ts';
import { Observable } from '../state/observable.ts';
import type { StoryStore } from '../state/story-store.ts';
import { useStory } from '../state/use-story.ts';

interface Stands {
  readonly scenes: readonly Scene[];
  /** From 0. */
  readonly place: number;
  /** 0: what happened; 1: the second stage of the same scene, such as what to say to the customer. */
  readonly part: number;
  /** Something is missing at the end, so there is something to say about it. */
  readonly isMissing: boolean;
}

/** What is on the stage, and the ways to another. */
export interface Show extends Stands {
  readonly scene: Scene;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly next: () => void;
  readonly back: () => void;
  /** Places out of range count as the nearest. */
  readonly goTo: (place: number) => void;
}

/**
 * Where the show stands. It is told at once and not with the next picture: a clicker that is pressed twice goes on by
 * two. The page goes along with every scene, so that whoever leaves finds it at the step that the class has just seen;
 * opening the show alone moves nothing.
 */
class ShowState extends Observable<Stands> {
  readonly #store: StoryStore;
  #recording: Recording;

  constructor(store: StoryStore) {
    const { recording, position } = store.getSnapshot();
    const scenes = scenesOf(recording);
    super({ scenes, place: sceneAt(scenes, position), part: 0, isMissing: isMissingAtEnd(store, recording) });
    this.#store = store;
    this.#recording = recording;
  }

  /** Another story has other scenes. */
  tell(recording: Recording): void {
    if (recording === this.#recording) return;
    this.#recording = recording;
    const scenes = scenesOf(recording);
    const place = sceneAt(scenes, this.#store.getSnapshot().position);
    this.set({ scenes, place, part: 0, isMissing: isMissingAtEnd(this.#store, recording) });
  }

  readonly next = (): void => {
    const { place, part } = this.getSnapshot();
    if (part < this.#lastPart(place)) this.set({ part: part + 1 });
    else if (place < this.#last) this.#show(place + 1, 0);
  };

  readonly back = (): void => {
    const { place, part } = this.getSnapshot();
    if (part > 0) this.set({ part: part - 1 });
    else if (place > 0) this.#show(place - 1, this.#lastPart(place - 1));
  };

  readonly goTo = (place: number): void => this.#show(Math.max(0, Math.min(this.#last, place)), 0);

  get #last(): number {
    return this.getSnapshot().scenes.length - 1;
  }

  #lastPart(place: number): number {
    const { scenes, isMissing } = this.getSnapshot();
    return lastPartOf(must(scenes[place], 'a scene'), isMissing);
  }

  #show(place: number, part: number): void {
    const { step } = must(this.getSnapshot().scenes[place], 'a scene');
    this.#store.goTo(step - 1);
    this.set({ place, part });
  }
}

/** The last stage of a scene, from 0. */
const lastPartOf = ({ kind }: Scene, isMissing: boolean): number =>
  kind === 'drop' || (kind === 'end' && isMissing) ? 1 : 0;

const isMissingAtEnd = (store: StoryStore, { last }: Recording): boolean =>
  store.rowsAt(last).some(({ fate }) => fate === null || !FATES[fate].works);

/** The scenes of the story that is open, from where it stands. */
export function useShow(store: StoryStore): Show {
  const { recording } = useStory(store, 'recording');
  const [state] = useState(() => new ShowState(store));
  useEffect(() => state.tell(recording), [state, recording]);
  useEffect(() => store.setPlaying(false), [store]);
  const stands = useSyncExternalStore(state.subscribe, state.getSnapshot);
  const scene = must(stands.scenes[stands.place], 'a scene');
  return {
    ...stands,
    scene,
    isFirst: stands.place === 0 && stands.part === 0,
    isLast: stands.place === stands.scenes.length - 1 && stands.part === lastPartOf(scene, stands.isMissing),
    next: state.next,
    back: state.back,
    goTo: state.goTo,
  };
}
