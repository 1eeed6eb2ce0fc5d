import type { Locale } from '../../i18n/locale.ts'

const chinese: { readonly [name: string]: string } = {
  area: '面积',
  area_per_light: '每盏灯照明面积',
  coffee_table_gap: '茶几间距',
  count: '数量',
  depth: '深度',
  distance: '距离',
  findings: '问题数',
  free_around: '四周净空',
  free_front: '前方净空',
  free_left: '左侧净空',
  free_right: '右侧净空',
  freed_floor: '腾出的地面',
  gap: '间距',
  height: '高度',
  hem_height: '下摆离地',
  length: '长度',
  measured: '测得',
  middle_height: '中心高度',
  moved: '移动距离',
  off_goal: '偏离目标',
  seats: '座位',
  to_door: '距门',
  to_window: '距窗',
  viewing_distance: '观看距离',
  way_width: '通道宽度',
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
