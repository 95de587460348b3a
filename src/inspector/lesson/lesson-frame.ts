/** What every screen of the lessons hands to its head. */
export interface LessonFrame {
  readonly onHelp: () => void;
  /** `null`: there is nowhere to leave to, as in a learning management system. */
  readonly onLeave: (() => void) | null;
}
