import type { BriefObject, Occupants, RelationType, RoomType } from '@enfilade/layout'

type Place = { readonly room: RoomType; readonly occupants: Occupants; readonly objects: readonly BriefObject[] }

/**
 * The category that a family word means where it goes: a chair at a desk is an office chair, a lamp on something a table
 * lamp, a table before a sofa a coffee table.
 *
 * @param categories The family's, the default first. @returns One of them.
 */
export function specialise(
  object: BriefObject,
  categories: readonly string[],
  { room, occupants, objects }: Place,
): string {
  const has = (category: string) => categories.includes(category)
  const places = object.relations.filter(({ negated }) => !negated)
  const isAt = (types: readonly RelationType[], targets?: readonly string[]) =>
    places.some(
      ({ type, target }) => types.includes(type) && (!targets || targets.includes(categoryOf(target, objects))),
    )
  const isSmall = object.sizeClass === 'small' || /小[柜几桌]/.test(object.words ?? '')
  const carries = (category: string) =>
    objects.some(
      (other) =>
        other.category === category &&
        other.relations.some(
          ({ type, target }) => type === 'on' && target?.kind === 'object' && target.key === object.key,
        ),
    )
  const asks = (category: string) => objects.some((other) => other !== object && other.category === category)
  const carriesScreen = ['monitor', 'laptop', 'desktop_computer', 'printer'].some(carries)
  // A table in a room where one sleeps is one to write at.
  const isForOne = (room === 'bedroom' || room === 'studio') && !asks('desk') && (object.count.max ?? 1) === 1
  const choose = (category: string, holds: boolean) => (holds && has(category) ? category : undefined)
  const nextTo: readonly RelationType[] = ['beside', 'near', 'in_front_of', 'under', 'facing', 'left_of', 'right_of']
  const isOutside = room === 'balcony' || room === 'terrace'
  return (
    choose('dining_chair', isAt(['around'], ['dining_table'])) ??
    choose('kids_chair', isAt(['around', 'beside', 'near'], ['kids_table']) || asks('kids_table')) ??
    choose('bath_mat', room === 'bathroom') ??
    choose('doormat', room === 'entrance' || isAt(['by_door'])) ??
    choose('yoga_mat', room === 'gym') ??
    choose('play_mat', room === 'playroom' || room === 'nursery') ??
    choose('kids_table', asks('kids_chair')) ??
    choose('rug', isAt(['under', 'in_front_of', 'centred', 'centred_on', 'between', 'parallel'])) ??
    choose('console_table', isAt(['behind'], ['sofa'])) ??
    choose('dining_table', (object.seats ?? 0) >= 4) ??
    choose('outdoor_chair', isOutside) ??
    choose('outdoor_table', isOutside) ??
    choose('sun_lounger', isOutside) ??
    choose('office_chair', isAt(nextTo, ['desk'])) ??
    choose(
      'office_chair',
      (room === 'study' || room === 'office' || (/^(bedroom|living_room)$/.test(room) && asks('desk'))) &&
        !asks('dining_table'),
    ) ??
    choose('armchair', room === 'living_room' && !asks('dining_table') && !isAt(['around'])) ??
    choose('kids_chair', room === 'kids_room') ??
    choose('pendant_light', isAt(['above', 'hanging'])) ??
    choose('wall_lamp', isAt(['on_wall'])) ??
    choose('desk_lamp', isAt(['on'], ['desk'])) ??
    choose('television', isAt(['on'], ['tv_stand', 'sideboard', 'console_table', 'chest_of_drawers'])) ??
    choose('monitor', isAt(['on'], ['desk'])) ??
    choose('television', isAt(['on_wall', 'against_wall']) || asks('tv_stand')) ??
    choose('nightstand', isAt(['flanking'], beds) || (isSmall && isAt(nextToBed, beds))) ??
    choose('tv_stand', isAt(['under', 'in_front_of'], ['television']) || carries('television')) ??
    choose('side_table', isAt(['beside', 'left_of', 'right_of', 'near'], beds)) ??
    choose('piano_bench', asks('grand_piano') || asks('piano')) ??
    choose('table_lamp', isAt(['on'])) ??
    choose('potted_plant', isAt(['on', 'inside'])) ??
    choose('side_table', isSmall && isAt(['between', ...nextToBed], seats)) ??
    choose('coffee_table', isAt(['in_front_of', 'between'], ['sofa', 'armchair'])) ??
    choose('side_table', isAt(nextToBed, seats)) ??
    choose('desk', room === 'study' || carriesScreen || (isForOne && !isAt(['around']))) ??
    choose('coffee_table', room === 'living_room' && !asks('dining_chair')) ??
    choose('kids_table', room === 'kids_room') ??
    choose('single_bed', (object.size?.width?.exact ?? object.size?.width?.max ?? 2) < 1.35) ??
    choose('double_bed', (object.size?.width?.exact ?? object.size?.width?.min ?? 0) >= 1.35) ??
    choose(
      'single_bed',
      room === 'kids_room' ||
        occupants.adults === 1 ||
        (occupants.children !== undefined && !occupants.adults) ||
        (object.count.max ?? 1) > 1,
    ) ??
    choose('base_cabinet', room === 'kitchen') ??
    choose('shoe_cabinet', room === 'entrance') ??
    choose('wall_shelf', isAt(['on_wall'])) ??
    choose('cabinet', categories[0] === 'wardrobe' && room !== 'bedroom' && room !== 'kids_room') ??
    choose('cabinet', has('sideboard') && room !== 'dining_room' && room !== 'living_room') ??
    categories[0] ??
    object.category
  )
}

const nextToBed: readonly RelationType[] = ['beside', 'left_of', 'right_of', 'near']

const seats = [
  'sofa',
  'armchair',
  'rocking_chair',
  'recliner',
  'chaise_longue',
  'bean_bag',
  'massage_chair',
  'lift_chair',
]

const beds = ['single_bed', 'double_bed', 'care_bed', 'bunk_bed', 'loft_bed', 'sofa_bed', 'daybed']

function categoryOf(target: BriefObject['relations'][number]['target'], objects: readonly BriefObject[]): string {
  if (target?.kind === 'category') return target.category
  return target?.kind === 'object' ? (objects.find(({ key }) => key === target.key)?.category ?? '') : ''
}
