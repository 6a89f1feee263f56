import { Panel, useReactFlow } from '@xyflow/react'
import { LayoutDashboard, Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { moveStates } from '@/shared/ivr/edit/place-of'
import { useEditor } from '../editor'
import { layoutFlow } from '../layout-flow'

/** Zoom, everything in view, and places found for all boxes. */
export function CanvasControls() {
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const { change, readOnly } = useEditor()
  const arrange = () => {
    change((definition) => moveStates(definition, layoutFlow(definition)))
    requestAnimationFrame(() => void fitView({ maxZoom: 1, padding: 0.1 }))
  }
  return (
    <Panel position="bottom-left" className="flex gap-0.5 rounded-lg border bg-surface p-0.5 shadow-raised">
      <Button variant="quiet" size="icon-small" label="Zoom in" onClick={() => void zoomIn()}>
        <ZoomIn />
      </Button>
      <Button variant="quiet" size="icon-small" label="Zoom out" onClick={() => void zoomOut()}>
        <ZoomOut />
      </Button>
      <Button
        variant="quiet"
        size="icon-small"
        label="Everything in view"
        onClick={() => void fitView({ maxZoom: 1, padding: 0.1 })}
      >
        <Maximize />
      </Button>
      <Button variant="quiet" size="icon-small" label="Arrange the steps" disabledReason={readOnly} onClick={arrange}>
        <LayoutDashboard />
      </Button>
    </Panel>
  )
}
