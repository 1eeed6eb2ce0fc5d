import { drawPlan } from '@enfilade/interchange'
import { readScene } from '@enfilade/scene'
import { EXIT, type ExitCode, usageError } from '../command-error.ts'
import { readLevel } from '../read-level.ts'
import { readChoice, readOperand, readOptions } from '../read-options.ts'
import { readSceneFile } from '../read-scene.ts'
import type { Terminal } from '../terminal.ts'
import { writeResult } from '../write-result.ts'

/** `plan-drawing SCENE --out FILE.svg`: a plan to scale. */
export async function runPlanDrawing(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, {
    out: { type: 'string', short: 'o' },
    scale: { type: 'string' },
    level: { type: 'string' },
    title: { type: 'string' },
    language: { type: 'string' },
  })
  const path = readOperand(positionals)
  if (values.out === undefined)
    throw usageError('--out is missing: name the file for the drawing, as in --out plan.svg, or - for stdout.')
  const language = readChoice('language', values.language, ['en', 'zh'] as const)
  const scale = readScale(values.scale)
  const { document } = await readSceneFile(path, terminal)
  const scene = readScene(document)
  const svg = drawPlan(scene, {
    ...(language ? { locale: language } : {}),
    ...(scale === undefined ? {} : { scale }),
    ...readLevel(values.level, scene),
    ...(values.title === undefined ? {} : { title: values.title }),
  })
  await writeResult(svg, values.out, terminal)
  return EXIT.done
}

/** `50` or `1:50`. */
function readScale(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const scale = Number(value.replace(/^1:/, ''))
  if (scale >= 1 && scale <= 10_000) return scale
  throw usageError(`--scale ${JSON.stringify(value)} is no scale: use 50, 1:50, 100, ….`)
}
