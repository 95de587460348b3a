import * as fc from 'fast-check';
import { SEED } from './seed.ts';

// For every property of every test, whether or not it is written as a law: none draws from another source of chance.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
