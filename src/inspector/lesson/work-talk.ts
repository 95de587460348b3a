import type { Fate } from '../../model/fates.ts';
import type { CaseWorlds } from '../../teach/diagnose/worlds.ts';
import type { ItemTwin } from '../../teach/item-twin.ts';
import type { Lesson } from '../../teach/lesson.ts';
import type { TwinPlan } from '../../teach/twin.ts';
import type { Practice } from '../../teach/practice.ts';
import type { PracticeCard } from '../../teach/practice-look.ts';

/** What takes longer than a page may stand still. */
export type WorkAsked =
  | { readonly kind: 'worlds'; readonly lesson: Lesson; readonly place: number }
  | { readonly kind: 'twin'; readonly lesson: Lesson; readonly place: number; readonly learner: string }
  | {
      readonly kind: 'item-twin';
      readonly lesson: Lesson;
      readonly place: number;
      readonly learner: string;
      readonly item: string;
      /** As it was wrongly said to end. */
      readonly said: Fate | null;
    }
  | PracticeAsked;

export interface PracticeAsked {
  readonly kind: 'practice';
  readonly lesson: Lesson;
  readonly due: readonly PracticeCard[];
  readonly day: string;
  readonly begun: readonly string[];
}

export type WorkDone =
  | { readonly kind: 'twin'; readonly plan: TwinPlan | null }
  | { readonly kind: 'item-twin'; readonly twin: ItemTwin | null }
  | { readonly kind: 'worlds'; readonly worlds: CaseWorlds }
  | { readonly kind: 'practice'; readonly practice: Practice | null };

export type WorkSaid =
  | WorkDone
  | { readonly kind: 'lesson-ready' }
  | { readonly kind: 'failed'; readonly says: string };
