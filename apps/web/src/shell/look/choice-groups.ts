import type { LookChoice, LookChoiceKind } from '../../api/looks.ts'

export const choiceGroups = ['palette', 'rooms', 'items', 'lamps', 'light'] as const
export type ChoiceGroup = (typeof choiceGroups)[number]

const groupOf: { readonly [kind in LookChoiceKind]: ChoiceGroup } = {
  palette: 'palette',
  room: 'rooms',
  wall: 'rooms',
  opening: 'rooms',
  item: 'items',
  lamp: 'lamps',
  light: 'light',
}

/** Choices under their headings, each in the look's own order; headings without choices are absent. */
export function groupChoices(
  choices: readonly LookChoice[],
): readonly { readonly id: ChoiceGroup; readonly choices: readonly LookChoice[] }[] {
  return choiceGroups
    .map((id) => ({ id, choices: choices.filter(({ kind }) => groupOf[kind] === id) }))
    .filter((group) => group.choices.length > 0)
}
