/** One line of the scenario list, without the scenario itself. */
export interface ListedScenario {
  readonly id: string;
  readonly theme: string;
  readonly title: string;
  readonly why: string;
  readonly edition: string;
  readonly route: string;
}
