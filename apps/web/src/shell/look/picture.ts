/** A picture that a person gave as an example. */
export type Picture = { readonly file: File; readonly url: string }

/** The file is no picture that can be used. */
export class PictureError extends Error {
  override name = 'PictureError'
  readonly problem: 'size' | 'type'

  constructor(problem: 'size' | 'type') {
    super(`picture: wrong ${problem}`)
    this.problem = problem
  }
}

/** The server takes no larger ones. */
const largest = 12 * 1024 * 1024
const types = ['image/png', 'image/jpeg', 'image/webp']

/** @throws PictureError for what is no PNG, JPEG or WebP that this browser shows, or is too large. */
export async function readPicture(file: File): Promise<Picture> {
  if (!types.includes(file.type)) throw new PictureError('type')
  if (file.size > largest) throw new PictureError('size')
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return { file, url }
  } catch {
    URL.revokeObjectURL(url)
    throw new PictureError('type')
  }
}

/** Base64 of a file's bytes. */
export async function encodePicture(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000))
  return btoa(text)
}
