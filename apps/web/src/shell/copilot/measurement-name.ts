import type { Locale } from '../../i18n/locale.ts'

const chinese: { readonly [name: string]: string } = {
  area: '面积',
  clearance: '净空',
  clear_front: '前方净空',
  distance: '距离',
  free_depth: '前方净深',
  front_clearance: '前方净空',
  gap: '间距',
  height: '高度',
  length: '长度',
  passage: '通道宽度',
  path_width: '通道宽度',
  width: '宽度',
}

/** `front-clearance` → "Front clearance", 「前方净空」. A name that is already words stays as it is. */
export function measurementName(name: string, locale: Locale): string {
  const key = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  if (locale === 'zh' && chinese[key]) return chinese[key]
  const text = name.replaceAll(/[_-]/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
