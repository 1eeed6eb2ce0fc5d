import type { Size3 } from '@enfilade/scene'

/** Centimetres, as furniture is sold: `210 × 95 × 82 cm`. */
export function formatSize(size: Size3): string {
  return `${size.map((metres) => Math.round(metres * 100)).join(' × ')} cm`
}
