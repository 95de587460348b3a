export type Theme = 'light' | 'dark';

const KEY = 'restore-sim.theme';
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
  const follow = () => show(kept() ?? (system().matches ? 'dark' : 'light'));
  system().addEventListener('change', follow);
  follow();
}

export function toggleTheme(): void {
  const theme = themeNow() === 'dark' ? 'light' : 'dark';
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is left.
  }
  show(theme);
}

function kept(): Theme | undefined {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === 'light' || theme === 'dark' ? theme : undefined;
  } catch {
    return undefined;
  }
}
