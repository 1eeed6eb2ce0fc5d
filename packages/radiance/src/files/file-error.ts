/** What is wrong with a file from outside, and what cures it: `room.spz: 12 gaussians are announced and 3 are there. Export it again.` */
export class FileError extends Error {
  readonly file: string

  /** @param thing One sentence about what is wrong, @param cure one about what to do; both without their full stop. */
  constructor(file: string, thing: string, cure: string, options?: ErrorOptions) {
    super(`${file}: ${thing}. ${cure}.`, options)
    this.name = 'FileError'
    this.file = file
  }
}
