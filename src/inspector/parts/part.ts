import { type ComponentType, lazy } from 'react';

const Nothing = () => null;

/**
 * A part of the page that is fetched when it is first shown. One that could not be fetched is left out, and the page
 * goes on without it: that it is missing is told by `MissingPart`.
 */
export function part<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return lazy<ComponentType<Props>>(() =>
    fetch().then(
      (Part) => ({ default: Part }),
      () => ({ default: Nothing }),
    ),
  );
}
