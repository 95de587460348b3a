import { config } from 'zod/v4-mini';

// zod would compile its schemas with `new Function`, which the page's content security policy forbids. The builds put
// this in the place of zod: whatever part of the page brings the first schema, it is settled before.
config({ jitless: true });

export * from 'zod/v4-mini';
