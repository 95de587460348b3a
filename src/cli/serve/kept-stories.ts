import type { LiveMessage } from '../../report/live-message.ts';
import { KeptStory } from './kept-story.ts';

export interface KeepLimits {
  /** Messages of one program. */
  readonly messages: number;
  /** Bytes of one program, of all together, and of those that have left. */
  readonly bytes: number;
  readonly allBytes: number;
  readonly leftBytes: number;
  /** Programs that have left. */
  readonly left: number;
}

export const KEEP_LIMITS: KeepLimits = {
  messages: 20_000,
  bytes: 32_000_000,
  allBytes: 128_000_000,
  leftBytes: 32_000_000,
  left: 20,
};

/** The stories of all programs within one bound of memory: what has left goes first, and the oldest of that. */
export class KeptStories {
  readonly #limits: KeepLimits;
  readonly #stories = new Map<number, KeptStory>();
  #next = 1;

  constructor(limits: KeepLimits) {
    this.#limits = limits;
  }

  begin(): KeptStory {
    const story = new KeptStory(this.#next);
    this.#next += 1;
    this.#stories.set(story.id, story);
    return story;
  }

  all(): Iterable<KeptStory> {
    return this.#stories.values();
  }

  get size(): number {
    return sum(this.#stories.values());
  }

  add(story: KeptStory, message: LiveMessage): void {
    story.add(message);
    while (story.count > this.#limits.messages || story.size > this.#limits.bytes) story.dropOldest();
    while (this.size > this.#limits.allBytes && this.#giveBack());
  }

  leave(story: KeptStory, why: string): void {
    story.leave(why);
    // One that told nothing has no story.
    if (story.end === 0) this.#stories.delete(story.id);
    let left = [...this.#stories.values()].filter((one) => one.left !== null);
    while (left.length > this.#limits.left || (left.length > 0 && sum(left) > this.#limits.leftBytes)) {
      const [oldest] = left;
      if (left.length === 1 && oldest && oldest.count > 0) oldest.dropOldest();
      else if (oldest) this.#stories.delete(oldest.id);
      left = left.filter(({ id }) => this.#stories.has(id));
    }
  }

  /** Whether something could be given back. */
  #giveBack(): boolean {
    let largest: KeptStory | undefined;
    for (const story of this.#stories.values()) {
      if (story.left !== null) return this.#stories.delete(story.id);
      if (!largest || story.size > largest.size) largest = story;
    }
    if (!largest || largest.count === 0) return false;
    largest.dropOldest();
    return true;
  }
}

const sum = (stories: Iterable<KeptStory>): number => {
  let size = 0;
  for (const story of stories) size += story.size;
  return size;
};
