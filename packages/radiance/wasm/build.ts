/**
 * Compiles the AssemblyScript modules beside this file and writes each as text that any bundler and runtime loads:
 * `node --import ./infra/typescript.mjs packages/radiance/wasm/build.ts`.
 */
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

/** Module name: the file that holds its bytes. */
export const targets = {
  traversal: new URL('../src/trace/traversal-wasm.ts', import.meta.url),
  rasterise: new URL('../src/gaussians/rasterise-wasm.ts', import.meta.url),
} as const

// No start-up code, no strings: nothing but the loops.
const OPTIONS =
  '-O3 --converge --runtime stub --noAssert --use abort= --enable simd,threads ' +
  '--importMemory --noExportMemory --initialMemory 1'
/** Modules on a memory that threads share; the others have one of their own. */
const SHARED: ReadonlySet<string> = new Set(['traversal'])
const SHARED_MEMORY = ['--sharedMemory', '--maximumMemory', '65536']

/** The text of the file that holds a module's bytes. @throws Error with the compiler's own words. */
export async function compileModule(name: keyof typeof targets): Promise<string> {
  const files = new Map<string, string | Uint8Array>()
  const options = [...OPTIONS.split(' '), ...(SHARED.has(name) ? SHARED_MEMORY : [])]
  const { error, stderr } = await asc.main([`${name}.ts`, '--outFile', 'out.wasm', ...options], {
    readFile: readSource,
    writeFile: (file, contents) => void files.set(file, contents),
    listFiles: () => [],
  })
  if (error) throw new Error(`${name}.ts does not compile: ${stderr.toString()}`, { cause: error })
  const letters = Buffer.from(files.get('out.wasm') as Uint8Array).toString('base64')
  const lines = (letters.match(/.{1,110}/g) ?? []).map((line) => `  '${line}',\n`)
  return `/** Made by \`wasm/build.ts\` from \`wasm/${name}.ts\`; base64 in lines. */
export const ${name}Wasm = [\n${lines.join('')}].join('')\n`
}

/** @returns null where there is no such file: the compiler asks for several names. */
function readSource(file: string): string | null {
  const place = new URL(file, import.meta.url)
  return existsSync(place) ? readFileSync(place, 'utf8') : null
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const name of Object.keys(targets) as (keyof typeof targets)[])
    writeFileSync(targets[name], await compileModule(name))
}
