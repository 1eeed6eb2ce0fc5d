/**
 * Renders every kind into one picture, to be looked at: `node --import ./infra/typescript.mjs
 * packages/catalogue/tools/contact-sheet.ts OUT.png [--symbols | --plan] [--only a,b] [--cell 160] [--columns 10] [--cases sizes|variants|open]`.
 * Needs a Chromium (CHROMIUM_PATH or `chromium`) and the web app's three.js.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { buildItemMesh, buildItemSymbol, type ItemLooks, type Kind, kinds, materials } from '../src/index.ts'

type Case = { title: string; looks: ItemLooks }

const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : (process.argv[at + 1] ?? '')
}
const out = resolve(process.argv[2] ?? 'contact-sheet.png')
const cell = Number(option('cell') ?? 160)
const columns = Number(option('columns') ?? 10)
const cases = casesOf(option('cases') ?? 'typical')
const rows = Math.ceil(cases.length / columns)
const isSymbols = process.argv.includes('--symbols')
const folder = mkdtempSync(join(tmpdir(), 'contact-sheet-'))
const page = join(folder, 'page.html')
writeFileSync(page, isSymbols ? symbolPage() : meshPage())
shoot(page, columns * cell, rows * (cell + 16))
rmSync(folder, { recursive: true })
process.stdout.write(`${cases.length} pictures → ${out}\n`)

function casesOf(mode: string): Case[] {
  const only = option('only')?.split(',')
  return kinds
    .filter((kind) => !only || only.includes(kind.id))
    .flatMap((kind): Case[] => {
      const { typical, min, max } = kind.size
      const base = { title: kind.id, looks: { category: kind.id, size: typical } }
      if (mode === 'sizes')
        return [min, typical, max].map((size, k) => ({
          title: `${kind.id} ${['min', '', 'max'][k]}`,
          looks: { ...base.looks, size },
        }))
      if (mode === 'open') return kind.opens ? [{ title: kind.id, looks: { ...base.looks, states: { open: 1 } } }] : []
      if (mode === 'variants') return [base, ...variantsOf(kind)]
      return [base]
    })
}

function variantsOf(kind: Kind): Case[] {
  const size = kind.size.typical
  return [
    ...kind.variants
      .slice(1)
      .map((variant) => ({ title: `${kind.id} ${variant}`, looks: { category: kind.id, size, variant } })),
    ...kind.shapes
      .slice(1)
      .map((shape) => ({ title: `${kind.id} ${shape}`, looks: { category: kind.id, size, shape } })),
    ...kind.presets.map(({ id, size, variant, shape }) => ({
      title: id,
      looks: { category: kind.id, size, variant, shape },
    })),
  ]
}

function symbolPage(): string {
  const fields = cases.map(({ title, looks }) => {
    const [w, d] = looks.size
    const scale = (cell - 24) / Math.max(w, d)
    const paths = buildItemSymbol(looks).map((path) => {
      const points = path.points.map(
        ([x, y]) => `${(cell / 2 + x * scale).toFixed(1)},${(cell / 2 - y * scale).toFixed(1)}`,
      )
      const dash = path.style === 'dashed' ? ' stroke-dasharray="5 3"' : ''
      const line = `fill="${path.fill ? '#fff' : 'none'}" stroke="#333" stroke-width="${path.style === 'outline' ? 1.6 : 0.8}"${dash}`
      return `<${path.closed ? 'polygon' : 'polyline'} points="${points.join(' ')}" ${line}/>`
    })
    return `<figure><svg width="${cell}" height="${cell}">${paths.join('')}</svg><figcaption>${title}</figcaption></figure>`
  })
  return `${style()}<main>${fields.join('')}</main>`
}

function meshPage(): string {
  const script = buildSync({
    entryPoints: [fileURLToPath(new URL('./contact-sheet-scene.js', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    nodePaths: [fileURLToPath(new URL('../../../apps/web/node_modules', import.meta.url))],
  }).outputFiles[0]!.text
  const items = cases.map(({ title, looks }) => ({
    title,
    size: looks.size,
    isPlan: process.argv.includes('--plan'),
    parts: buildItemMesh(looks).map((part) => ({
      ...part,
      positions: [...part.positions],
      normals: [...part.normals],
      indices: [...part.indices],
      look: materials[part.material],
    })),
  }))
  return `${style()}<script>window.input = ${JSON.stringify({ items, cell, columns })}</script><body><script>${script.replaceAll('</script', '<\\/script')}</script>`
}

function style(): string {
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#fff;font:10px sans-serif;color:#555}
main{display:grid;grid-template-columns:repeat(${columns},${cell}px)}figure{margin:0;background:#f4f2ee}
figcaption{height:16px;text-align:center}canvas{position:absolute;left:0;top:0}
.label{position:absolute;height:16px;width:${cell}px;text-align:center}</style>`
}

function shoot(file: string, width: number, height: number): void {
  const chromium = process.env.CHROMIUM_PATH ?? 'chromium'
  const flags = [
    '--headless',
    '--no-sandbox',
    '--hide-scrollbars',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--virtual-time-budget=20000',
  ]
  const { status, stderr } = spawnSync(
    chromium,
    [...flags, `--window-size=${width},${height}`, `--screenshot=${out}`, file],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`contact-sheet: ${chromium} failed: ${stderr.slice(-400)}`)
}
