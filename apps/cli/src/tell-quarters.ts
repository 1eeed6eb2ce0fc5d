import type { Terminal } from './terminal.ts'

/** Says each quarter of each stage once. */
export function tellQuarters(terminal: Terminal) {
  let told = ''
  return ({ stage, done, total }: { readonly stage: string; readonly done: number; readonly total: number }) => {
    const now = `${stage} ${25 * Math.floor((4 * done) / Math.max(1, total))} %`
    if (now !== told) terminal.note(now)
    told = now
  }
}
