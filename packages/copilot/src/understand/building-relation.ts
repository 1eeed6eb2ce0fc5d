import type { BriefRelation, RelationTarget, RelationType } from '@enfilade/layout'
import type { PartMention } from './mention.ts'

/** What a relation to a part of the building means: by a window, against a wall. Undefined: nothing to place by. */
export function buildingRelation(type: RelationType, mention: PartMention): RelationType | undefined {
  const { part } = mention
  if (type === 'left_of' || type === 'right_of' || type === 'between' || type === 'parallel')
    return part === 'window' || part === 'door' || (part === 'wall' && type === 'parallel')
      ? type
      : part === 'wall' && type === 'between' && !mention.isPlural
        ? 'against_wall'
        : 'near'
  switch (part) {
    case 'window':
      return windowRelation(type)
    case 'door':
      if (type === 'far' || type === 'away_from_wall') return 'away_from_door'
      if (type === 'facing') return 'facing_door'
      if (type === 'opposite' || type === 'facing_away' || type === 'flanking') return type
      return 'by_door'
    case 'wall':
      if (type === 'far' || type === 'away_from_wall') return 'away_from_wall'
      if (type === 'on' || type === 'above' || type === 'on_wall') return 'on_wall'
      // "with its back to the wall".
      if (['facing', 'opposite', 'centred_on', 'along'].includes(type)) return type
      return 'against_wall'
    case 'corner':
      return type === 'far' ? 'far' : 'in_corner'
    case 'ceiling':
      return 'hanging'
    case 'room':
      return roomRelation(type, mention)
    case 'floor':
      return undefined
    default:
      return type
  }
}

function windowRelation(type: RelationType): RelationType {
  if (type === 'under') return 'under_window'
  if (type === 'facing') return 'facing_window'
  if (type === 'far' || type === 'away_from_wall') return 'away_from_window'
  if (['opposite', 'facing_away', 'flanking', 'centred_on'].includes(type)) return type
  return 'by_window'
}

/** "on the left side of the room" is a part of it; "in the middle of the room" its middle. */
function roomRelation(type: RelationType, { meaning }: PartMention): RelationType | undefined {
  if (meaning.side) return type === 'far' ? 'far' : 'near'
  if (['centred', 'centred_on', 'between'].includes(type)) return 'centred'
  if (type === 'facing' || type === 'facing_away') return type
  return undefined
}

export function partTarget({ meaning }: PartMention): RelationTarget {
  const { part, side, choose } = meaning
  return { kind: 'building', part, ...(side ? { side } : {}), ...(choose ? { choose } : {}) }
}

/** A relation to a wall where the target is a thing: against the sofa is beside it. */
export function objectRelation(type: RelationType): RelationType {
  if (type === 'against_wall') return 'beside'
  if (type === 'away_from_wall') return 'far'
  return type
}

/** The foot of a bed is its front; other ends are short sides. */
export function sideOf(
  relation: Pick<BriefRelation, 'type' | 'side'>,
  isBed: boolean,
  words: string,
): Pick<BriefRelation, 'type' | 'side'> {
  const { type, side } = relation
  if (side === 'short' && isBed && type === 'beside' && /两[头端]|each end|both ends|either end/.test(words))
    return { type: 'flanking' }
  if (side === 'head' && isBed && /\bend\b|尾/.test(words)) return { type: 'in_front_of', side: 'foot' }
  if (side === 'foot' && !isBed) return { type }
  return side ? { type, side } : { type }
}
