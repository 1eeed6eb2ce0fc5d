import { createRandomRoom, type RandomRoom } from '../../../packages/layout/bench/rooms.ts'

export type BenchOutline = Omit<RandomRoom, 'shape'> & { readonly shape: string }

/** The random outline of a number: equal numbers give equal rooms. */
export function createOutline(seed: number): BenchOutline {
  return createRandomRoom(seed)
}
