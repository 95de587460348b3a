/** Longest message of a program, in bytes. A context that stands in the machine's config travels twice. */
export const MAX_MESSAGE_SIZE = 16_000_000;
export const MAX_NAME_LENGTH = 400;
export const MAX_STATES = 200;
/** Longest context, event or result that is shown, in characters. */
export const MAX_TEXT_LENGTH = 4000;
/** Most journal lines in one message of ours. */
export const MAX_LINES = 500;
