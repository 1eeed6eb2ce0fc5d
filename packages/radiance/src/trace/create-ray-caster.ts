import type { TraceScene } from '../scene/trace-scene.ts'
import { createPlainRayCaster } from './plain-ray-caster.ts'
import type { RayCaster } from './ray-caster.ts'

/** The fastest ray caster for a scene. It keeps nothing of the scene but copies; scenes without triangles never hit. */
export const createRayCaster = (scene: TraceScene): RayCaster => createPlainRayCaster(scene)
