import { fileURLToPath } from 'node:url';

const at = (name: string) => fileURLToPath(import.meta.resolve(name));

/** The page is written for React and runs on Preact, which does the same in a tenth of the size. */
export const reactInSmall = [
  { find: /^react-dom\/client$/, replacement: at('preact/compat/client') },
  { find: /^react-dom$/, replacement: at('preact/compat') },
  { find: /^react\/jsx-runtime$/, replacement: at('preact/jsx-runtime') },
  { find: /^react$/, replacement: at('preact/compat') },
];

/** Parts of these packages that nothing here uses do nothing by themselves: they are left out. */
export const hasSideEffects = (id: string): boolean => !/node_modules\/(yaml|zod|xstate|@noble)\//.test(id);
