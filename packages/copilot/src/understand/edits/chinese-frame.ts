import type { Reference } from '../intent.ts'
import type { Act, Frame, FrameContext, Span } from './frame.ts'
import { createFrame, referenceAt, referencesAt } from './frame.ts'
import { chineseEverything, chinesePhrase } from './noun-phrase.ts'

const lead =
  '(?:请|麻烦你?|劳驾|帮我|帮忙|帮|能不能|能否|可不可以|可以|你|我们|我|想要?|要|希望|再|先|然后|接着|随后|最后|并且?|而且|同时|如果|要是|假如|试试|试着|不如|给我|那么?|就|也|还|顺便|另外|最好|应该|需要|直接|现在|[,，、。 ])*'
/** What may follow the edit itself. */
export const tail =
  '(?:吧|好吗|可以吗|行吗|好不好|怎么样|会怎样|会怎么样|呢|啊|呀|哦|谢谢|一下|一点|些|了|么|吗|都|全部|全都|就好|就行|就行了|即可|看看|瞧瞧|试试|算了|好了|得了|哈|[,，。 ])*$'
/** One thing or several in a row. */
export const several = `(?:${chineseEverything}|${chinesePhrase}(?:(?:和|、|跟|与|以及|还有)${chinesePhrase})*)`
/** What marks the thing before its verb. */
export const ba = '(?:把|将|给|让|使)'

/** A pattern behind words of politeness. */
export const frame = (pattern: string, read: Frame['read']): Frame =>
  createFrame(lead, pattern, [several, chineseEverything, chinesePhrase], read)

/** One act for each thing that a phrase names. */
export const asMany = (
  context: FrameContext,
  span: Span | undefined,
  act: (reference: Reference) => Act,
): Act[] | undefined => {
  const whole = span && new RegExp(`^${chineseEverything}$`).test(span.text) ? referenceAt(context, span) : undefined
  const isAll = /都|全部|全都|统统/.test(context.skeleton.text)
  const references = (whole ? [whole] : referencesAt(context, span, chinesePhrase)).map((reference) =>
    isAll && reference.kind === 'named' && !reference.count ? { ...reference, isPlural: true } : reference,
  )
  return references.length > 0 ? references.map(act) : undefined
}
