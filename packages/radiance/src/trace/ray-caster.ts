/** Many rays at once against a scene's triangles. Directions are unit vectors; distances metres. */
export interface RayCaster {
  /**
   * Nearest hits of anything, glass included. `rays` holds origin and direction, six numbers a ray.
   *
   * @param hits Mutated: per ray triangle index (0xffffffff: none). @param where Mutated: per ray distance, and the second and
   * third barycentric coordinates (three numbers a ray).
   */
  closest(rays: Float32Array, count: number, hits: Uint32Array, where: Float32Array): void
  /**
   * Which rays are blocked by anything opaque before their end; sheets that let light pass do not block.
   * `rays` holds origin, direction and length, seven numbers a ray. @param blocked Mutated: 1 blocked, 0 free.
   */
  occluded(rays: Float32Array, count: number, blocked: Uint8Array): void
}
