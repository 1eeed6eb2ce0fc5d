import type { RealiseOptions, RealiseStage } from './realise-scene.ts'

/** Wall and processor time of a stage, seconds. */
export type StageTime = { readonly stage: RealiseStage; readonly seconds: number; readonly processor: number }

export type StageClock = {
  begin(stage: RealiseStage, total: number): void
  /** One step of a stage is done; stages may begin to count before it is their turn. */
  step(stage: RealiseStage): void
  end(): StageTime[]
}

/** Times stages and tells how far they are. */
export function createClock({ onProgress }: RealiseOptions): StageClock {
  const times: StageTime[] = []
  const done = new Map<RealiseStage, number>()
  let current: { stage: RealiseStage; total: number; wall: number; processor: number } | undefined
  const processorSeconds = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const tell = () => {
    if (current) onProgress?.({ stage: current.stage, done: done.get(current.stage) ?? 0, total: current.total })
  }
  const close = () => {
    if (!current) return
    const { stage, wall, processor } = current
    times.push({ stage, seconds: (performance.now() - wall) / 1000, processor: processorSeconds() - processor })
  }
  return {
    begin(stage, total) {
      close()
      current = { stage, total, wall: performance.now(), processor: processorSeconds() }
      tell()
    },
    step(stage) {
      done.set(stage, (done.get(stage) ?? 0) + 1)
      if (current?.stage === stage) tell()
    },
    end() {
      close()
      return times
    },
  }
}
