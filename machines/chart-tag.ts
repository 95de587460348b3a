/** The parts of the story that a script can name: a state that stands for one has its tag. */
export type PhaseTag =
  | 'phase:in-use'
  | 'phase:erasing'
  | 'phase:set-up'
  | 'phase:quick-start'
  | 'phase:sign-in'
  | 'phase:listing'
  | 'phase:preconditions'
  | 'phase:eligibility'
  | 'phase:placement'
  | 'phase:restart'
  | 'phase:enrolment'
  | 'phase:download'
  | 'phase:sync'
  | 'phase:over';

/** What a state is, for whoever has to tell states apart without their names. */
export type ChartTag =
  | PhaseTag
  /** The phone shows a restore that is still going on. */
  | 'shows-restoring'
  /** The phone shows a restore that is over and went well. */
  | 'shows-success'
  /** No screen shows what this actor does: a story tells its steps, where nothing else tells them. */
  | 'behind-the-screen'
  | 'wifi-there'
  | 'power-there';
