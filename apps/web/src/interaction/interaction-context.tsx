import { createContext, type ParentProps, useContext } from 'solid-js'
import { useEditor } from '../editor/session.tsx'
import { createInteraction, type Interaction } from './create-interaction.ts'
import { installKeyboard } from './keyboard.ts'

const InteractionContext = createContext<Interaction>()

/** Gives the views below one set of tools, and the page its drawing keys. Stands under `<EditorProvider>`. */
export function InteractionProvider(props: ParentProps) {
  const editor = useEditor()
  const interaction = createInteraction(editor)
  installKeyboard(interaction, () => editor.view.mode() === 'walk')
  return <InteractionContext.Provider value={interaction}>{props.children}</InteractionContext.Provider>
}

/** @throws when there is no provider above. */
export function useInteraction(): Interaction {
  const interaction = useContext(InteractionContext)
  if (!interaction) throw new Error('useInteraction: no tools here; put the views under <InteractionProvider>')
  return interaction
}
