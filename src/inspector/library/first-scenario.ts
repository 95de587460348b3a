/** The scenario that a visitor without an address sees. */
export const FIRST_SCENARIO = 'showcase/new-iphone-icloud-photos-on';

/** Holds it as it was read when the page was built: the first picture waits for no reader of scenarios. */
export const FIRST_FILE = 'scenarios/first.json';
