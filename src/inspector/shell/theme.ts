export type Theme = 'light' | 'dark';

const KEY = 'restore-sim.theme';
const system = () => window.matchMedia('(prefers-color-scheme: dark)');

/** The theme in use. */
export const themeNow = (): Theme => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light');

const listeners = new Set<() => void>();
export function subscribeTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
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
