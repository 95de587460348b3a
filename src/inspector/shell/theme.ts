import { keep, kept } from '../state/kept.ts';

export type Theme = 'light' | 'dark';

const system = () => window.matchMedia('(prefers-color-scheme: dark)');

/** The theme in use. */
export const themeNow = (): Theme => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light');

/** The theme stands in the page itself, where the styles read it. */
export function subscribeTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function show(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}

/** The person's own choice if there is one, else what the system says, also when it changes. */
export function startTheme(): void {
  const follow = () => show(own() ?? (system().matches ? 'dark' : 'light'));
  system().addEventListener('change', follow);
  follow();
}

export function toggleTheme(): void {
  const theme = themeNow() === 'dark' ? 'light' : 'dark';
  keep('theme', theme);
  show(theme);
}

function own(): Theme | undefined {
  const theme = kept('theme');
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}
