/**
 * Words that are no kind's name but mean one: labels of the SpatialLM category list (59 classes), ids of the size table,
 * and general words whose usual reading is one kind.
 */
export const OTHER_WORDS: { readonly [word: string]: string } = {
  bed: 'double_bed',
  床: 'double_bed',
  chair: 'dining_chair',
  椅子: 'dining_chair',
  椅: 'dining_chair',
  table: 'dining_table',
  桌子: 'dining_table',
  lamp: 'floor_lamp',
  灯: 'ceiling_light',
  light: 'ceiling_light',
  cabinet: 'cabinet',
  柜子: 'cabinet',
}
