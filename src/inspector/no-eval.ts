import * as z from 'zod';

// zod would compile its schemas with `new Function`, which the page's content security policy forbids.
// Imported before everything else: schemas are used while modules load.
z.config({ jitless: true });
