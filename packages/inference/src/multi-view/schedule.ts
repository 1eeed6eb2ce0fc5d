import type { Schedule } from './card.ts'

/** Takes a sample from noise to a picture. */
export type Scheduler = {
  /** What the network is told at each step, from noise to picture. */
  readonly times: readonly number[]
  /**
   * @param index Of the step. @param said The network's output. @param sample Mutated: one step nearer to the picture.
   */
  step(index: number, said: Float32Array, sample: Float32Array): void
}

/**
 * Deterministic samplers: no noise is added on the way, so that equal seeds give equal pictures.
 *
 * ddim: Song et al., 2021 · dpm: DPM-Solver++(2M), Lu et al., 2022 · flow: Euler steps of rectified flow, Liu et al., 2023.
 */
export function createScheduler(schedule: Schedule, steps: number): Scheduler {
  return schedule.kind === 'flow' ? flow(schedule, steps) : diffusion(schedule, steps)
}

function flow({ trainSteps }: Schedule, steps: number): Scheduler {
  // Time 1 is noise, 0 the picture; velocity is noise − picture.
  const times = Array.from({ length: steps }, (_, index) => trainSteps * (1 - index / steps))
  return {
    times,
    step(_index, said, sample) {
      for (let at = 0; at < sample.length; at++) sample[at]! -= said[at]! / steps
    },
  }
}

function diffusion(schedule: Schedule, steps: number): Scheduler {
  const kept = keptOf(schedule)
  // The last training step, pure noise, comes first; the spacing ends one step's width before the picture.
  const times = Array.from(
    { length: steps },
    (_, index) => Math.round((schedule.trainSteps * (steps - index)) / steps) - 1,
  )
  const signal = (index: number) => (index < steps ? Math.sqrt(kept[times[index]!]!) : 1)
  const noise = (index: number) => (index < steps ? Math.sqrt(1 - kept[times[index]!]!) : 0)
  let last: Float32Array | undefined
  return {
    times,
    step(index, said, sample) {
      const [a, s, nextA, nextS] = [signal(index), noise(index), signal(index + 1), noise(index + 1)]
      const picture = new Float32Array(sample.length)
      for (let at = 0; at < sample.length; at++)
        picture[at] = pictureOf(schedule.prediction, said[at]!, sample[at]!, a, s)
      const before = schedule.kind === 'dpm' && index > 0 && nextS > 0 ? last : undefined
      // Second order: where the picture of this step is heading, by the one before. λ is half the log signal-to-noise ratio.
      const [width, earlier] = before
        ? [lambda(nextA, nextS) - lambda(a, s), lambda(a, s) - lambda(signal(index - 1), noise(index - 1))]
        : [0, 1]
      for (let at = 0; at < sample.length; at++) {
        const shown = before ? picture[at]! + (width / (2 * earlier)) * (picture[at]! - before[at]!) : picture[at]!
        sample[at] = nextA * shown + (nextS / s) * (sample[at]! - a * shown)
      }
      last = picture
    },
  }
}

const lambda = (signal: number, noise: number): number => Math.log(signal / noise)

function pictureOf(prediction: Schedule['prediction'], said: number, sample: number, a: number, s: number): number {
  if (prediction === 'sample') return said
  return prediction === 'noise' ? (sample - s * said) / a : a * sample - s * said
}

/** Per training step: the part of the picture's variance that is left. */
function keptOf({ betas, betaStart, betaEnd, trainSteps }: Schedule): Float64Array {
  const kept = new Float64Array(trainSteps)
  let product = 1
  for (let step = 0; step < trainSteps; step++) {
    product *= 1 - betaAt(step)
    kept[step] = product
  }
  return kept

  function betaAt(step: number): number {
    const part = step / (trainSteps - 1)
    if (betas === 'linear') return betaStart + part * (betaEnd - betaStart)
    if (betas === 'scaled-linear')
      return (Math.sqrt(betaStart) + part * (Math.sqrt(betaEnd) - Math.sqrt(betaStart))) ** 2
    // Nichol and Dhariwal, 2021.
    const bar = (time: number) => Math.cos(((time + 0.008) / 1.008) * (Math.PI / 2)) ** 2
    return Math.min(0.999, 1 - bar((step + 1) / trainSteps) / bar(step / trainSteps))
  }
}
