import { saidOr } from './listed.ts';

/** What a text is called in an id or in the name of a file; `none` where it has no letter that could stand there. */
export const slugOfText = (none: string, text: string, longest: number): string =>
  saidOr(
    none,
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, longest),
  );
