import { restyling, sizing } from './chinese-looks.ts'
import { moving, turning } from './chinese-moves.ts'
import { countOff, exchange, fewer, left, removal } from './chinese-removals.ts'
import { operating, whole } from './chinese-states.ts'
import type { Frame } from './frame.ts'
import { framesWhen } from './frame.ts'

/** In order: the first that reads a sentence wins, so the narrow ones come first. */
export const chineseFrames: readonly Frame[] = [
  ...framesWhen(
    /找|推|收|塞|拉|抽|腾|留|空|让|周围|四周|旁边|两边|两侧|附近|整理|收拾|打理|归置|断舍离|杂|乱|温馨|温暖|舒适|舒服|氛围|家的|亮|暗|黑/,
    whole,
  ),
  ...framesWhen(/开|关|熄|亮|合上|暗|暖|冷|流明|[\uec00-\uedff]/, operating),
  ...framesWhen(/交换|对调|互换|对换|调|换|替|改|变|取代/, exchange),
  ...framesWhen(/转|旋|朝|面|对|冲|背|头|反过来/, turning),
  ...framesWhen(/[\uea00-\uebff]/, restyling),
  ...framesWhen(/减|撤|缩|精简|留|剩|只|仅/, left),
  ...framesWhen(/撤|拿|去|搬|减|删|扔|收/, [countOff]),
  ...framesWhen(/少|减/, [fewer]),
  ...framesWhen(
    /删|去|移|拿|撤|清|走|取|扔|丢|拆|挪|弄|除|不要|不需要|不用|不想|收|腾空|卷|省|搬|只|摘|处理|卖|送|淘汰|砍|免了/,
    removal,
  ),
  ...framesWhen(/移|挪|搬|推|拖|拉|放|摆|挂|拿|调|靠|贴|端|送|带|安|塞|搁|立|收|置|往|向|朝|离|居中|挨|在/, moving),
  ...framesWhen(
    /变|换|改|加|放|缩|拉|调|做|弄|增|减|扩|更|再|宽|长|高|深|大|小|窄|短|矮|低|倍|[\ue600-\ue7ff]/,
    sizing,
  ),
]
