import { describe, expect, it } from 'vitest'
import type { Schedule } from './card.ts'
import { createScheduler } from './schedule.ts'

const base = { prediction: 'noise', steps: 10, trainSteps: 1000, betaStart: 0.00085, betaEnd: 0.012 } as const
const bars = (schedule: Schedule) => {
  let product = 1
  return Array.from({ length: 1000 }, (_, step) => {
    const part = step / 999
    const root = Math.sqrt(schedule.betaStart) + part * (Math.sqrt(schedule.betaEnd) - Math.sqrt(schedule.betaStart))
    product *= 1 - root ** 2
    return product
  })
}

/**
 * Follows what a network that knows all pictures (normal, deviation 0.5) would say, from one noise of 1.
 *
 * @returns Where it ends, and where it is before the last step, each as a part of where the exact flow is.
 */
function followed(kind: 'ddim' | 'dpm', prediction: Schedule['prediction'], steps: number) {
  const schedule: Schedule = { ...base, kind, prediction, betas: 'scaled-linear' }
  const kept = bars(schedule)
  const deviation = (time: number) => Math.sqrt(kept[time]! * 0.25 + 1 - kept[time]!)
  const scheduler = createScheduler(schedule, steps)
  const start = deviation(scheduler.times[0]!)
  const sample = Float32Array.of(1)
  let before = 1
  for (const [index, time] of scheduler.times.entries()) {
    const [a, s] = [Math.sqrt(kept[time]!), Math.sqrt(1 - kept[time]!)]
    before = (sample[0]! * start) / deviation(time)
    const noise = (s * sample[0]!) / deviation(time) ** 2
    const picture = (a * 0.25 * sample[0]!) / deviation(time) ** 2
    const said = { noise, sample: picture, velocity: a * noise - s * picture }[prediction]
    scheduler.step(index, Float32Array.of(said), sample)
  }
  return { end: (sample[0]! * start) / 0.5, before }
}

describe('createScheduler', () => {
  for (const prediction of ['noise', 'sample', 'velocity'] as const)
    it(`ends where the flow of probability ends, from a network that says ${prediction}`, () => {
      const errors = [250, 1000].map((steps) => Math.abs(followed('ddim', prediction, steps).end - 1))
      expect(errors[1]).toBeLessThan(0.01)
      expect(errors[1]).toBeLessThan(0.5 * errors[0]!)
    })

  it('comes nearer by the second order at equal steps', () => {
    const [first, second] = (['ddim', 'dpm'] as const).map((kind) => Math.abs(followed(kind, 'noise', 20).before - 1))
    expect(second).toBeLessThan(0.5 * first!)
  })

  it('goes along straight lines by flow, from pure noise', () => {
    const scheduler = createScheduler({ ...base, kind: 'flow', prediction: 'velocity', betas: 'linear' }, 4)
    expect(scheduler.times).toEqual([1000, 750, 500, 250])
    const sample = Float32Array.of(0.9)
    for (const index of scheduler.times.keys()) scheduler.step(index, Float32Array.of(0.9 - 0.3), sample)
    expect(sample[0]).toBeCloseTo(0.3, 6)
  })

  it('begins at the last training step and never repeats one', () => {
    const { times } = createScheduler({ ...base, kind: 'ddim', betas: 'linear' }, 50)
    expect(times[0]).toBe(999)
    expect(new Set(times).size).toBe(50)
    expect(times.at(-1)).toBe(19)
  })
})
