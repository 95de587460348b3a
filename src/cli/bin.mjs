#!/usr/bin/env node
// The launcher's name of before: npx keeps its link to a checkout for good, also when package.json names another file.
import { createRequire } from 'node:module';

createRequire(import.meta.url)('./bin.cjs');
