/**
 * Renders what the denoiser learns from: `node --import ./infra/typescript.mjs packages/radiance/training/render-views.ts ROOMS OUT
 * [--views N] [--side S]`. ROOMS holds `N.json` (Scene JSON) and `N.style` (words); each view becomes `OUT/<room>-<view>.f32`: planes of
 * S × S floats in this order: albedo 3, normal 3, nearness 1, then radiance × exposure of 2, 8 and 24 paths a pixel, 3 planes each,
 * all with other seeds.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseSceneJson } from '@enfilade/language'
import { readScene } from '@enfilade/scene'
import { applyAppearance } from '../src/appearance/index.ts'
import { createThreadPool, freePoses, lightSpace, radianceAt, renderReference } from '../src/index.ts'
import { drawGuides } from '../src/learned/view-guides.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { views: { type: 'string', default: '8' }, side: { type: 'string', default: '96' } },
})
const [rooms, out] = positionals as [string, string]
const side = Number(values.side)
const pool = createThreadPool(2)
mkdirSync(out, { recursive: true })
const names = readdirSync(rooms)
  .filter((name) => name.endsWith('.json'))
  .sort()
const spaces = names.map((name, index) => {
  const { document } = parseSceneJson(readFileSync(join(rooms, name), 'utf8'))
  const style = readFileSync(join(rooms, name.replace('.json', '.style')), 'utf8').trim()
  const scene = readScene(applyAppearance(document, { style, seed: index }).document)
  return { scene, name: name.slice(0, -5) }
})
// Round by round over the rooms, so that a run that is cut short has seen them all.
for (let number = 0; number < Number(values.views); number++) {
  for (const [index, { scene, name }] of spaces.entries()) {
    const lens = { width: side, height: side, fov: (number % 2 ? 50 : 70) * (Math.PI / 180) }
    const camera = freePoses(scene, { count: Number(values.views), seed: 5 + index, lens })[number]
    if (camera) await writeView(scene, camera, join(out, `${name}-${number}.f32`), 1000 * index + 10 * number)
  }
}
await pool.close()

async function writeView(
  scene: ReturnType<typeof readScene>,
  camera: Parameters<typeof drawGuides>[1],
  file: string,
  seed: number,
): Promise<void> {
  const { shared, exposure } = lightSpace(scene, pool)
  const guides = await drawGuides(shared, camera, pool)
  const planes = [...planesOf(guides.albedo, 3), ...planesOf(guides.normal, 3), guides.nearness]
  for (const [turn, samples] of [2, 8, 24].entries()) {
    const paths = { limit: radianceAt(20, exposure) }
    const { color } = await renderReference(shared, camera, pool, { samples, seed: seed + turn, paths })
    planes.push(
      ...planesOf(
        color!.map((value, at) => value * exposure[at % 3]!),
        3,
      ),
    )
  }
  const bytes = Buffer.concat(planes.map((plane) => Buffer.from(Float32Array.from(plane).buffer)))
  writeFileSync(`${file}.part`, bytes)
  renameSync(`${file}.part`, file)
}

function planesOf(values: Float32Array, channels: number): Float32Array[] {
  return Array.from({ length: channels }, (_, channel) => values.filter((_value, at) => at % channels === channel))
}
