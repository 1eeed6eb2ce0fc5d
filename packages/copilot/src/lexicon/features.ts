import { type Entries, entry } from './entries.ts'

const feature = (part: string, words: string) => entry({ type: 'feature', part }, words)

/** Parts of things, never things of their own: what is said of them does not colour the whole. */
export const featureEntries: Entries = [
  feature(
    'legs',
    'legged, leg, legs, feet, base, pedestal, hairpin legs, 腿, 桌腿, 椅腿, 支脚, 底座, 脚架, 沙发腿, 柜脚',
  ),
  feature('top', 'topped, top, tabletop, table top, worktop, counter top, desktop surface, 桌面, 台面, 面板, 台板'),
  feature('frame', 'frame, frames, framed, framing, bed frame, 框, 边框, 框架, 画框, 镜框, 床架'),
  feature('shade', 'shaded, shade, shades, lampshade, lamp shade, lampshades, 灯罩'),
  feature(
    'door',
    'glass doors, cabinet doors, sliding doors, sliding door, mirrored doors, mirror doors, double doors of glass, 柜门, 推拉门, 滑门, 玻璃门, 移门, 镜面门',
  ),
  feature('drawers', 'drawer, drawers, 抽屉, 个抽屉'),
  feature('shelves', 'open shelves, adjustable shelves, 层板, 隔板'),
  feature('arms', 'armrest, armrests, arms, arm rests, 扶手'),
  feature('headboard', 'headboard, headboards, footboard, 靠背板, 床头板'),
  feature('back', 'backed, backrest, backrests, high back, 靠背'),
  feature('seat', 'seated, seat cushions, padded seat, 座面, 坐垫面'),
  feature('wheels', 'wheels, castors, casters, wheel, 轮子, 滚轮, 脚轮'),
  feature('handles', 'handles, handle, knobs, pulls, hardware, fittings, 把手, 拉手, 五金'),
  feature('upholstery', 'upholstery, covers, cover, fabric cover, 面料, 坐面, 软包'),
  feature('leaves', 'leaves, foliage, 叶子'),
  feature('screen', 'display, 屏'),
  feature('bulb', 'bulb, bulbs, 灯泡'),
]
