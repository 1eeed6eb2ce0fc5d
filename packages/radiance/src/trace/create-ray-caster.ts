import type { TraceScene } from '../scene/trace-scene.ts'
import type { RayCaster } from './ray-caster.ts'
import { openRayCaster, shareRays } from './wasm-ray-caster.ts'

/** A ray caster for one thread. It keeps nothing of the scene but copies; scenes without triangles never hit. */
export const createRayCaster = (scene: TraceScene): RayCaster => openRayCaster(shareRays(scene))
