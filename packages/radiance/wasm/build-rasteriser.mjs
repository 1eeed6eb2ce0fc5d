// Compiles `rasteriser/` and writes it as text, as `build.mjs` does: `node packages/radiance/wasm/build-rasteriser.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const target = new URL('../src/gaussians/rasterise-wasm.ts', import.meta.url)
const OPTIONS = ['-O3', '--converge', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noExportMemory']
const LIMITS = ['--initialMemory', '1', '--use', 'abort=', '--noAssert']

/** @returns {Promise<Uint8Array>} The module's bytes. @throws Error with the compiler's own words. */
export async function compileRasteriser() {
  const files = new Map()
  const { error, stderr } = await asc.main(['rasterise.ts', '--outFile', 'out.wasm', ...OPTIONS, ...LIMITS], {
    readFile: (name) => {
      try {
        return readFileSync(new URL(`rasteriser/${name}`, import.meta.url), 'utf8')
      } catch {
        return null
      }
    },
    writeFile: (name, contents) => void files.set(name, contents),
    listFiles: () => [],
  })
  if (error) throw new Error(`rasterise.ts does not compile: ${stderr.toString() || error.message}`)
  return files.get('out.wasm')
}

/** @param {Uint8Array} bytes */
export function writeRasteriser(bytes) {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,110}/g) ?? []
  const text = lines.map((line) => `  '${line}',`).join('\n')
  return `/** Made by \`wasm/build-rasteriser.mjs\` from \`wasm/rasteriser\`; base64 in lines. */\nexport const rasteriseWasm = [\n${text}\n].join('')\n`
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').slice(-3).join('/')))
  writeFileSync(target, writeRasteriser(await compileRasteriser()))
