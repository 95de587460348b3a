import * as fc from 'fast-check';
import { SEED } from './seed.ts';

// For every property of every test, whether or not it is written as a law: none draws from another source of chance.
// Where it counts only that a law fails, its world need not be made small.
const endOnFailure = import.meta.env['VITE_LAWS_SHRINK'] === 'no';
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED, endOnFailure });
