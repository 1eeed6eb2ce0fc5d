import type { TraceScene } from '../../scene/trace-scene.ts'
import { addChart } from './add-chart.ts'
import { addPatches } from './add-patches.ts'
import type { BakeLayout } from './bake-layout.ts'
import { groupInstanceFaces } from './instance-faces.ts'
import { createLayoutBuilder, type LayoutBuilder } from './layout-builder.ts'

/** A small thing is divided into about this many sites at least … */
const SITES_OF_SMALL_THING = 250
/** … but none gets finer than this part of the texel. */
const FINEST = 0.4
/** Sheets that let more light pass show little of their own; their cells are so many times larger. */
const CLEAR = 0.4
const CLEAR_FACTOR = 3

/**
 * Lays sites over all surfaces of a scene.
 *
 * @param texel Wanted side of a cell, metres; small things get smaller ones.
 */
export function buildLayout(scene: TraceScene, texel: number): BakeLayout {
  const builder = createLayoutBuilder(texel, scene.instances.length, scene.triangleInstance.length)
  for (let instance = 0; instance < scene.instances.length; instance++) {
    builder.instanceFirstSite[instance] = builder.siteArea.length
    addInstance(builder, scene, instance, texel)
    keySites(builder, scene.instances[instance]!.id, builder.instanceFirstSite[instance]!)
  }
  builder.instanceFirstSite[scene.instances.length] = builder.siteArea.length
  return builder.finish()
}

function addInstance(builder: LayoutBuilder, scene: TraceScene, instance: number, texel: number): void {
  const first = scene.instances[instance]!.firstTriangle
  // A triangle without area is never hit; it finds the instance's first chart or patch, whichever it is.
  const faces = groupInstanceFaces(scene, instance, texel ** 2)
  let area = 0
  for (const one of faces.areas) area += one
  const side = Math.min(texel, Math.max(texel * FINEST, Math.sqrt(area / SITES_OF_SMALL_THING)))
  for (const flat of faces.flats) {
    const n = (flat[0]! - first) * 3
    const normal = [faces.normals[n]!, faces.normals[n + 1]!, faces.normals[n + 2]!]
    const material = scene.materials[scene.triangleMaterial[flat[0]!]!]!
    addChart(builder, scene, flat, normal, material.transmission > CLEAR ? side * CLEAR_FACTOR : side)
  }
  if (faces.curved.length > 0) addPatches(builder, scene, faces.curved, side)
}

function keySites(builder: LayoutBuilder, id: string, firstSite: number): void {
  let key = 0x811c9dc5
  for (let k = 0; k < id.length; k++) key = Math.imul(key ^ id.charCodeAt(k), 0x01000193)
  for (let site = firstSite; site < builder.siteArea.length; site++) {
    builder.siteKey.push(mixBits(key ^ mixBits(site - firstSite)))
  }
}

/** Spreads every bit over all others (the finaliser of MurmurHash3). */
export function mixBits(value: number): number {
  let h = value >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
