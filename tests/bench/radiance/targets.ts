/** What is measured in each room, and what is asked of it. */
export type MeasureName =
  | 'heldOutPsnr'
  | 'heldOutSsim'
  | 'freeMean'
  | 'freeTenth'
  | 'bakedPsnr'
  | 'holes'
  | 'warpPsnr'
  | 'warpMae'
  | 'warpDepth'
  | 'warpInstance'
  | 'gainControl'
  | 'shiftControl'
  | 'preview'
  | 'previewWork'
  | 'realise'
  | 'realiseWork'
  | 'restyle'
  | 'restyleWork'
  | 'moveChair'
  | 'moveChairWork'
  | 'gaussians'
  | 'spzBytes'
  | 'film'
  | 'filmWork'
  | 'memory'

export type Target = {
  readonly title: string
  readonly published: string
  readonly must: number
  readonly aim?: number
  /** `least`: ours has to reach it; `most`: to stay under it. */
  readonly bound: 'least' | 'most'
  readonly show: (value: number) => string
}

const fixed = (digits: number, unit: string) => (value: number) => `${value.toFixed(digits)}${unit}`
const percent = (digits: number) => (value: number) => `${(value * 100).toFixed(digits)} %`

/** Times are on two cores; on a machine that does other work besides look at the processor's, which two cores halve at best. */
export const targets: { readonly [name in MeasureName]: Target } = {
  heldOutPsnr: {
    title: 'held-out views, gaussians, PSNR',
    published: '13–18 dB',
    must: 30,
    aim: 33,
    bound: 'least',
    show: fixed(1, ' dB'),
  },
  heldOutSsim: {
    title: 'held-out views, gaussians, SSIM',
    published: '0.59–0.69',
    must: 0.91,
    aim: 0.94,
    bound: 'least',
    show: fixed(3, ''),
  },
  freeMean: {
    title: 'free poses, mean',
    published: 'collapses',
    must: 28.5,
    aim: 31,
    bound: 'least',
    show: fixed(1, ' dB'),
  },
  freeTenth: {
    title: 'free poses, 10th percentile',
    published: 'collapses',
    must: 23,
    aim: 27,
    bound: 'least',
    show: fixed(1, ' dB'),
  },
  bakedPsnr: {
    title: 'baked views against the path tracer',
    published: '–',
    must: 35,
    aim: 38,
    bound: 'least',
    show: fixed(1, ' dB'),
  },
  holes: { title: 'pixels with alpha under 0.9', published: '–', must: 0.001, aim: 0, bound: 'most', show: percent(3) },
  warpPsnr: {
    title: 'warp between views, PSNR',
    published: '–',
    must: 34,
    aim: 37,
    bound: 'least',
    show: fixed(1, ' dB'),
  },
  warpMae: {
    title: 'warp between views, MAE of 255',
    published: '–',
    must: 2,
    aim: 1,
    bound: 'most',
    show: fixed(2, ''),
  },
  warpDepth: { title: 'warp, depth error', published: '–', must: 0.003, aim: 0.001, bound: 'most', show: percent(2) },
  warpInstance: {
    title: 'warp, same instance',
    published: '–',
    must: 0.99,
    aim: 0.997,
    bound: 'least',
    show: percent(1),
  },
  gainControl: {
    title: '  control: ± 4 % gain must fail, MAE',
    published: '',
    must: 2,
    bound: 'least',
    show: fixed(2, ''),
  },
  shiftControl: {
    title: '  control: ± 2 px shift must fail, PSNR',
    published: '',
    must: 34,
    bound: 'most',
    show: fixed(1, ' dB'),
  },
  previewWork: { title: '  first preview, processor', published: '', must: 16, bound: 'most', show: fixed(1, ' s') },
  preview: { title: 'first preview', published: 'none', must: 8, aim: 3, bound: 'most', show: fixed(1, ' s') },
  realiseWork: { title: '  full realise, processor', published: '', must: 120, bound: 'most', show: fixed(1, ' s') },
  realise: { title: 'full realise', published: 'GPU', must: 60, aim: 25, bound: 'most', show: fixed(1, ' s') },
  restyleWork: { title: '  new style, processor', published: '', must: 30, bound: 'most', show: fixed(1, ' s') },
  restyle: {
    title: 'new style, same geometry',
    published: 'all again',
    must: 15,
    aim: 5,
    bound: 'most',
    show: fixed(1, ' s'),
  },
  moveChairWork: {
    title: '  after one moved chair, processor',
    published: '',
    must: 40,
    bound: 'most',
    show: fixed(1, ' s'),
  },
  moveChair: {
    title: 'after moving one chair',
    published: 'all again',
    must: 20,
    aim: 6,
    bound: 'most',
    show: fixed(1, ' s'),
  },
  gaussians: {
    title: 'gaussians',
    published: '0.5 M',
    must: 350_000,
    bound: 'most',
    show: (value) => `${Math.round(value / 1000)} k`,
  },
  spzBytes: {
    title: 'bytes as SPZ',
    published: '31 MB',
    must: 3e6,
    aim: 2e6,
    bound: 'most',
    show: (value) => `${(value / 1e6).toFixed(2)} MB`,
  },
  filmWork: { title: '  10 s of film, processor', published: '', must: 360, bound: 'most', show: fixed(1, ' s') },
  film: {
    title: '10 s film, 1280 × 720, 24 fps',
    published: 'GPU',
    must: 180,
    aim: 60,
    bound: 'most',
    show: fixed(0, ' s'),
  },
  memory: {
    title: 'peak memory of the process',
    published: '24–48 GB GPU',
    must: 1.5e9,
    aim: 0.8e9,
    bound: 'most',
    show: (value) => `${(value / 1e9).toFixed(2)} GB`,
  },
}

export function isMet({ bound, must }: Target, value: number): boolean {
  return bound === 'least' ? value >= must : value <= must
}
