// Runs TypeScript sources under plain Node 20, 22 and 24, in worker threads too: `node --import ./infra/typescript.mjs file.ts`.
// Not tsx: it breaks worker threads on Node 20 and wraps every closure to keep its name, which costs the solver dearly.
import { register } from 'node:module'

register('./typescript-hooks.mjs', import.meta.url)
