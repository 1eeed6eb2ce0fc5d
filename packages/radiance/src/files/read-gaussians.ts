import type { Gaussians } from '../gaussians/gaussians.ts'
import { isCompressedPly, readCompressedPlyRows } from './compressed-ply.ts'
import { FileError } from './file-error.ts'
import { readPlyRows } from './ply.ts'
import { readPlyHeader } from './ply-header.ts'
import { readSog } from './read-sog.ts'
import { readSpz } from './spz.ts'

/**
 * Gaussians of a file of any of the four formats, told by its first bytes. Ids are 0 where the format has no room for them.
 *
 * @throws FileError that names the file, what is wrong and what to do.
 */
export async function readGaussians(bytes: Uint8Array, name: string): Promise<Gaussians> {
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (start.startsWith('706c79')) {
    const header = readPlyHeader(bytes, name)
    return isCompressedPly(header) ? readCompressedPlyRows(bytes, header, name) : readPlyRows(bytes, header, name)
  }
  if (start.startsWith('1f8b')) return readSpz(bytes, name)
  if (start === '504b0304') return readSog(bytes, name)
  if (start === '4e475350')
    throw new FileError(name, 'it is SPZ of version 4 or later', 'Export it as SPZ of version 3')
  throw new FileError(name, 'it holds no gaussians that can be read', 'Give a .ply, .compressed.ply, .spz or .sog file')
}
