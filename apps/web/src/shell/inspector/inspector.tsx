import type { SceneItem, SceneOpening, SceneRoom, SceneWall } from '@enfilade/scene'
import { createMemo, Match, Switch } from 'solid-js'
import { useEditor } from '../../editor/session.tsx'
import { ItemInspector } from './item-inspector.tsx'
import { ManyInspector } from './many-inspector.tsx'
import { OpeningInspector } from './opening-inspector.tsx'
import { RoomInspector } from './room-inspector.tsx'
import { SpaceSummary } from './space-summary.tsx'
import { WallInspector } from './wall-inspector.tsx'
import './inspector.css'

type Element = SceneWall | SceneOpening | SceneRoom | SceneItem

const isItem = (element: Element): element is SceneItem => 'kind' in element && element.kind === 'item'
const isWall = (element: Element): element is SceneWall => 'kind' in element && element.kind === 'wall'
const isOpening = (element: Element): element is SceneOpening => 'kind' in element && element.kind === 'opening'
const isRoom = (element: Element): element is SceneRoom => 'polygon' in element

/** The facts of what is selected, and where they can be typed. Nothing selected: the space as a list. */
export function Inspector() {
  const editor = useEditor()
  const elements = createMemo(() =>
    editor.selection.ids().flatMap((id) => {
      const element = editor.scene().byId.get(id)
      return element ? [element] : []
    }),
  )
  const only = <T extends Element>(is: (element: Element) => element is T) => {
    const element = elements()[0]
    return elements().length === 1 && element && is(element) ? element : undefined
  }
  return (
    <div class="inspector">
      <Switch fallback={<SpaceSummary />}>
        <Match when={elements().length > 1}>
          <ManyInspector elements={elements()} />
        </Match>
        <Match when={only(isItem)}>{(item) => <ItemInspector item={item()} />}</Match>
        <Match when={only(isWall)}>{(wall) => <WallInspector wall={wall()} />}</Match>
        <Match when={only(isOpening)}>{(opening) => <OpeningInspector opening={opening()} />}</Match>
        <Match when={only(isRoom)}>{(room) => <RoomInspector room={room()} />}</Match>
      </Switch>
    </div>
  )
}
