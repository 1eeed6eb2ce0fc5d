/** Many rays at once against a scene's triangles. Directions are unit vectors; distances metres. */
export interface RayCaster {
  /**
   * Nearest hits of anything, glass included, on either face. `rays` holds origin and direction, six numbers a ray.
   *
   * @param hits Mutated: per ray triangle index (`NO_HIT`: none). @param where Mutated: per ray distance (infinite: none), and
   * the second and third barycentric coordinates (three numbers a ray).
   */
  closest(rays: Float32Array, count: number, hits: Uint32Array, where: Float32Array): void
  /**
   * Which rays are blocked by anything opaque before their end; sheets that let light pass do not block.
   * `rays` holds origin, direction and length, seven numbers a ray. @param blocked Mutated: 1 blocked, 0 free.
   */
  occluded(rays: Float32Array, count: number, blocked: Uint8Array): void
  /**
   * The part of light that arrives along each ray: 0 blocked, 1 free, between them through thin sheets (`passThinSheet`).
   * `rays` as for `occluded`. @param light Mutated: one number a ray.
   */
  passing(rays: Float32Array, count: number, light: Float32Array): void
}

/** What `hits` holds where nothing was hit. */
export const NO_HIT = 0xffffffff
