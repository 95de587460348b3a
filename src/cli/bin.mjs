#!/usr/bin/env node
// The launcher's name of before: npx keeps its links to a checkout for good.
import { createRequire } from 'node:module';

createRequire(import.meta.url)('./bin.cjs');
