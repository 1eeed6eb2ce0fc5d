import { restyling, sizing } from './english-looks.ts'
import { moving, turning } from './english-moves.ts'
import { exchange, fewer, goneThings, removal } from './english-removals.ts'
import { operating, whole } from './english-states.ts'
import type { Frame } from './frame.ts'
import { framesWhen } from './frame.ts'

/** In order: the first that reads a sentence wins, so the narrow ones come first. */
export const englishFrames: readonly Frame[] = [
  ...framesWhen(
    /\b(?:reduc|cut|bring|trim|pare|take|limit|drop|lower|keep|leav|retain|hold|only|just|enough|plenty|sufficient|all)/,
    fewer,
  ),
  ...framesWhen(
    /find|push|tuck|slide|put|pull|move|room|space|way|place|floor|clearance|gap|distance|tidy|clean|neaten|straighten|sort|clutter|co[sz]|home|snug|warm|comfort|invit|welcom|cold|bare|bright|light|dark|dim|lit|[\ue200-\ue3ff]/,
    whole,
  ),
  ...framesWhen(
    /\b(?:on|off|out|open|clos|shut|draw|dim|bright|dark|warm|cool|cold|light|illuminate|extinguish|daylight|k|kelvin|lm|lumen|percent)|%/,
    operating,
  ),
  ...framesWhen(
    /swap|switch|exchang|interchang|trad|replac|substitut|instead|rather|chang|turn|convert|use|place|where|stead|spot|position/,
    exchange,
  ),
  ...framesWhen(/rotat|turn|spin|spun|swivel|twist|pivot|flip|angl|swing|orient|fac|point|aim|look|back/, turning),
  ...framesWhen(/[\uea00-\uebff]/, restyling),
  ...framesWhen(
    /big|large|small|wid|narrow|long|short|tall|high|low|deep|shallow|broad|thin|size|twice|half|doubl|halv|tripl|tim|enlarg|expand|shr|reduc|length|exten|scal|stretch|grow|[\ue600-\ue7ff]|%/,
    sizing,
  ),
  ...framesWhen(
    /remov|delet|ditch|los|drop|scrap|bin|discard|eliminat|eras|away|out|rid|clear|empty|take|took|throw|roll|down/,
    removal.slice(0, 2),
  ),
  ...framesWhen(
    / (?:to|into|in|on|onto|at|by|near|next|beside|under|over|above|behind|against|between|around|along|opposite|across|facing|where|closer|nearer|further|farther|away|off|from|left|right|forward|back|up|down|higher|lower|north|south|east|west|towards?|inside|within|upon|atop|alongside|in|cent|parallel|aligned|with|raise|lower)/,
    moving,
  ),
  ...framesWhen(
    /clear|empty|tidy|don't|do not|no |lose|without|remov|go$|go |deleted|leave|taken|thrown/,
    removal.slice(2),
  ),
  ...framesWhen(
    /\b(?:out|away|off|down|strip|sell|sold|donat|chuck|banish|pack|stor|dispos|dump|dismantle|uninstall|goodbye|go|goes|gone|going|longer|needed|wanted|used|required|remov|delet|thrown|given|binned|superfluous|unnecessary|redundant|disappear|vanish|leaves?)/,
    goneThings,
  ),
]
