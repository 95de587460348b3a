/**
 * One number for everything that is generated in tests: a failure names it, and the same worlds come again.
 * `VITE_LAWS_SEED` chooses another.
 */
export const SEED = Number(import.meta.env['VITE_LAWS_SEED'] ?? 20_260_301);
