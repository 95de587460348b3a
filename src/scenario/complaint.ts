/** Something wrong at a path of the scenario, in plain words. */
export interface Complaint {
  readonly path: readonly PropertyKey[];
  readonly at?: 'key' | 'value';
  readonly message: string;
  readonly advice?: string;
  /** What stands there has to be put in quotes, as it stands there. */
  readonly quotes?: boolean;
}
