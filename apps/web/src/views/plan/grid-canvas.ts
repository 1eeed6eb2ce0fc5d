import type { PlanCamera } from './plan-camera.ts'

/** Line distances, metres; the finest that leaves room on screen is drawn, and each fifth or tenth line stronger. */
const steps = [0.1, 0.5, 1, 5, 10, 50, 100] as const
const finestPx = 14

export type GridColors = { readonly minor: string; readonly major: string }

/** Draws the adaptive grid on a canvas under the plan: whole pixels, so that lines are crisp at every zoom. */
export function drawGrid(canvas: HTMLCanvasElement, camera: PlanCamera, colors: GridColors): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const ratio = canvas.width / Math.max(camera.width, 1)
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, canvas.width, canvas.height)
  let index = 0
  while (index < steps.length - 1 && steps[index]! * camera.scale < finestPx) index++
  // A grid that is about to be replaced by the next one fades out.
  const fade = Math.min(1, (steps[index]! * camera.scale - finestPx) / finestPx + 0.25)
  context.globalAlpha = Math.max(fade, 0.25)
  drawLines(context, camera, steps[index]!, ratio, colors.minor, canvas)
  context.globalAlpha = 1
  const major = steps[index + 1]
  if (major !== undefined) drawLines(context, camera, major, ratio, colors.major, canvas)
}

function drawLines(
  context: CanvasRenderingContext2D,
  camera: PlanCamera,
  step: number,
  ratio: number,
  color: string,
  canvas: HTMLCanvasElement,
): void {
  context.strokeStyle = color
  context.lineWidth = 1
  context.beginPath()
  const halfWidth = camera.width / 2 / camera.scale
  const halfHeight = camera.height / 2 / camera.scale
  for (let i = Math.ceil((camera.x - halfWidth) / step); i * step <= camera.x + halfWidth; i++) {
    const x = Math.round((camera.width / 2 + (i * step - camera.x) * camera.scale) * ratio) + 0.5
    context.moveTo(x, 0)
    context.lineTo(x, canvas.height)
  }
  for (let i = Math.ceil((camera.y - halfHeight) / step); i * step <= camera.y + halfHeight; i++) {
    const y = Math.round((camera.height / 2 - (i * step - camera.y) * camera.scale) * ratio) + 0.5
    context.moveTo(0, y)
    context.lineTo(canvas.width, y)
  }
  context.stroke()
}
