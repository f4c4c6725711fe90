import * as z from 'zod';

// Imported first by every entrypoint: the extension's CSP forbids `new Function`, which zod otherwise tries.
z.config({ jitless: true });
