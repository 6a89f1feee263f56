import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu'
import { isWidgetType, widgets, type WidgetType } from '@/shared/ivr/widgets'
import { stepType } from './canvas/DesignerCanvas'
import { useEditor } from './editor'
import { widgetForms, widgetGroups } from './widget-forms'

const types = Object.keys(widgets)
  .filter(isWidgetType)
  // Studio's older kind stays editable where it is; new flows take the newer.
  .filter((type) => type !== 'trigger' && type !== 'make-outgoing-call-v1')

const inGroup = (group: string): WidgetType[] => types.filter((type) => widgetForms[type].group === group)

/** The kinds of steps: click adds one after what is selected, dragging lays it anywhere. */
export function Palette() {
  const { add, readOnly } = useEditor()
  return (
    <aside
      aria-label="Kinds of steps"
      className="hidden w-48 shrink-0 overflow-y-auto border-r bg-surface p-2 lg:block"
    >
      {widgetGroups.map((group) => (
        <section key={group} aria-label={group}>
          <h2 className="px-2 pt-2 pb-1 text-xs text-ink-faint">{group}</h2>
          {inGroup(group).map((type) => {
            const { icon: Icon, help } = widgetForms[type]
            return (
              <button
                key={type}
                type="button"
                draggable={readOnly === undefined}
                title={readOnly ?? help}
                aria-disabled={readOnly !== undefined || undefined}
                onDragStart={(event) => event.dataTransfer.setData(stepType, type)}
                onClick={() => add(type)}
                className="flex h-8 w-full items-center gap-2 rounded-md px-2 text-sm text-ink-soft hover:bg-hover hover:text-ink [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-accent-ink"
              >
                <Icon aria-hidden />
                <span className="truncate">{widgets[type].label}</span>
              </button>
            )
          })}
        </section>
      ))}
    </aside>
  )
}

/** The same as a menu, for narrow screens and the key A. */
export function AddMenu({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { add, readOnly } = useEditor()
  if (readOnly !== undefined) return null
  return (
    <DropdownMenu
      align="start"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button size="small" label="Add a step" shortcut="a">
          <Plus aria-hidden /> Add
        </Button>
      }
    >
      {widgetGroups.map((group) => (
        <div key={group}>
          <MenuLabel>{group}</MenuLabel>
          {inGroup(group).map((type) => {
            const { icon: Icon } = widgetForms[type]
            return (
              <MenuItem key={type} onSelect={() => add(type)}>
                <Icon aria-hidden /> {widgets[type].label}
              </MenuItem>
            )
          })}
        </div>
      ))}
    </DropdownMenu>
  )
}
