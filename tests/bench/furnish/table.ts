import { quantile, type Share, share, type Tally } from './tally.ts'

type Line = {
  readonly name: string
  readonly published: string
  readonly must: string
  readonly aim: string
  show(tally: Tally): string
}

const percent = (value: Share): string => (value.asked === 0 ? '–' : `${(share(value) * 100).toFixed(1)} %`)
const seconds = (ms: number): string => (Number.isNaN(ms) ? '–' : `${(ms / 1000).toFixed(2)} s`)
const part = (count: number, of: number): string => (of === 0 ? '–' : `${count} (${((count / of) * 100).toFixed(2)} %)`)

/** The bars, and below them what helps to read them. */
const lines: readonly Line[] = [
  {
    name: 'counts asked for, met',
    published: '36 %',
    must: '90 %',
    aim: '97 %',
    show: ({ rows }) => percent(rows.counts),
  },
  {
    name: 'object-to-object relations met',
    published: '12 %',
    must: '80 %',
    aim: '92 %',
    show: ({ rows }) => percent(rows.relations),
  },
  {
    name: 'object-to-building relations met',
    published: '37 %',
    must: '88 %',
    aim: '96 %',
    show: ({ rows }) => percent(rows.building),
  },
  {
    name: 'attributes met',
    published: '28 %',
    must: '80 %',
    aim: '92 %',
    show: ({ rows }) => percent(rows.attributes),
  },
  {
    name: 'requests with every expectation met',
    published: '10 %',
    must: '55 %',
    aim: '75 %',
    show: ({ whole }) => percent(whole),
  },
  {
    name: 'objects overlapping by over 5 mm',
    published: '1.2 %',
    must: '0',
    aim: '0',
    show: (t) => part(t.overlapping, t.objects),
  },
  {
    name: 'objects outside, doors blocked',
    published: '1.4 %',
    must: '0',
    aim: '0',
    show: (t) => part(t.outsideOrBlocking, t.objects),
  },
  {
    name: 'objects that can be reached and used',
    published: '90 %',
    must: '95 %',
    aim: '99 %',
    show: ({ reach }) => percent(reach),
  },
  {
    name: 'free floor that hangs together',
    published: '99 %',
    must: '99 %',
    aim: '100 %',
    show: ({ floor }) => percent(floor),
  },
  {
    name: 'time a room, p95',
    published: 'minutes',
    must: '3 s',
    aim: '1 s',
    show: ({ times }) => seconds(quantile(times, 0.95)),
  },
  { name: 'time a room, p50', published: '', must: '', aim: '', show: ({ times }) => seconds(quantile(times, 0.5)) },
  {
    name: 'processor time a room, p95',
    published: '',
    must: '',
    aim: '',
    show: ({ cpuTimes }) => seconds(quantile(cpuTimes, 0.95)),
  },
  {
    name: 'objects a room',
    published: '',
    must: '',
    aim: '',
    show: (t) => (t.rooms ? (t.objects / t.rooms).toFixed(1) : '–'),
  },
  {
    name: 'named things that are placeholders',
    published: '',
    must: '5 %',
    aim: '',
    show: (t) => percent(t.placeholders),
  },
  {
    name: 'space: rooms, sizes, outlines, doors',
    published: '',
    must: '',
    aim: '',
    show: ({ rows }) => percent(rows.space),
  },
  {
    name: 'edits: moved, kept, turned, resized',
    published: '',
    must: '',
    aim: '',
    show: ({ rows }) => percent(rows.edits),
  },
  { name: 'the impossible said', published: '', must: '', aim: '', show: ({ rows }) => percent(rows.unmet) },
  { name: 'requests', published: '', must: '', aim: '', show: (t) => String(t.requests) },
  { name: 'requests that threw', published: '', must: '0', aim: '0', show: (t) => String(t.errors) },
]

export type Column = { readonly name: string; readonly tally: Tally }

/** The table of the bars: a row a bar, a column a half and language. */
export function drawTable(columns: readonly Column[]): string {
  const head = ['', ...columns.map(({ name }) => name), 'best published', 'must', 'aim']
  const body = lines.map(({ name, published, must, aim, show }) => [
    name,
    ...columns.map(({ tally }) => show(tally)),
    published,
    must,
    aim,
  ])
  return drawGrid([head, ...body, ...languageGap(columns)])
}

/** How many points Chinese is behind English, at worst of the first five bars. */
function languageGap(columns: readonly Column[]): string[][] {
  const find = (name: string) => columns.find((column) => column.name === name)?.tally
  const gapOf = (en: Tally | undefined, zh: Tally | undefined): string => {
    if (!en || !zh) return ''
    const rates = (t: Tally) =>
      [t.rows.counts, t.rows.relations, t.rows.building, t.rows.attributes, t.whole].map(share)
    const behind = rates(en).map((rate, index) => (rate - rates(zh)[index]!) * 100)
    const worst = Math.max(...behind.filter((value) => !Number.isNaN(value)))
    return Number.isFinite(worst) ? worst.toFixed(1) : ''
  }
  const cells = columns.map(({ name }) => {
    if (name.endsWith(' zh')) return gapOf(find(name.replace(' zh', ' en')), find(name))
    return ''
  })
  return [['Chinese behind English, points, worst bar', ...cells, 'none', '3', '0']]
}

/** Columns padded to their widest cell; numbers to the right. */
export function drawGrid(rows: readonly (readonly string[])[]): string {
  const width = rows[0]!.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(width[column]!) : cell.padStart(width[column]!)))
        .join('  '),
    )
    .join('\n')
}
