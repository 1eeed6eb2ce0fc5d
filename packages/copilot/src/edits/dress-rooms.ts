import type { LayoutResult } from '@enfilade/layout'
import { readAppearance } from '@enfilade/radiance/appearance'
import type { SceneRoom } from '@enfilade/scene'
import { proposeLook } from '../propose-look.ts'
import { createUnmet } from '../refusal.ts'
import type { Run } from '../run.ts'

/** Walls, floor, furniture and lamps of the rooms as the words say, the light of day where they speak of it; nothing moves. */
export function dressRooms(run: Run, words: string, rooms: readonly SceneRoom[]): LayoutResult {
  const { document, language, request } = run
  const { groups, unmet } = proposeLook({
    document,
    brief: readAppearance(words),
    seed: request.seed,
    language,
    createId: request.createId,
    rooms: rooms.map(({ id }) => id),
  })
  const already = { en: 'it looks like that already: 0 finishes change', zh: '已经是这个样子：需改动 0 处' }
  const met =
    groups.length === 0 && unmet.length === 0 ? [{ ...createUnmet(words, already, language), isMet: true }] : []
  return { groups, unmet: [...unmet, ...met], truncated: false }
}

/** The whole home rather than the room that is looked at. */
export const meansAll = (words: string): boolean =>
  /\b(?:whole|entire) (?:home|house|flat|apartment|place)\b|\b(?:everywhere|every room|all (?:the )?rooms)\b|全屋|整个家|整套|全家|每个房间|所有房间/i.test(
    words,
  )
