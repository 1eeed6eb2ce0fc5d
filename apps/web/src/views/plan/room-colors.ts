/** Quiet tints by use, under ink: told apart at a glance, never louder than the walls. */
const tints: { readonly [type: string]: string } = {
  bedroom: '#e9e6f0',
  kids_room: '#f0e8ee',
  living_room: '#f3ecdd',
  dining_room: '#f4e8da',
  kitchen: '#f3e6dc',
  bathroom: '#dfeaec',
  laundry: '#e1eaea',
  study: '#e5eae0',
  hallway: '#efece6',
  entrance: '#efece6',
  balcony: '#e4eddf',
  gym: '#e9e9e4',
}

export function roomTint(type: string): string {
  return tints[type] ?? '#f2efe8'
}
