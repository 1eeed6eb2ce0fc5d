/**
 * What a worker thread or child process needs on its command line to load the sources of this package. Given by hand:
 * a parent that compiles in another way (the test runner) does not hand its own on.
 */
export const typescriptLoader = ['--import', new URL('../../../infra/typescript.mjs', import.meta.url).href]
