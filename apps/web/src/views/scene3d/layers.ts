/**
 * Layers: what the camera sees and rays meet, and what throws shadows. A wall cut away leaves the first only, so that
 * the light does not jump while somebody orbits.
 */
export const layers = { seen: 0, structure: 1, furniture: 2 } as const
