import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import { announceSelection } from '@/components/ui/announce-selection'
import { Dialog } from '@/components/ui/dialog'
import { isWidgetType, widgets } from '@/shared/ivr/widgets'
import { useEditor } from './editor'

/** Finds a step by its name, its kind or what it says, and goes there. */
export function StepFinder({ onClose }: { onClose: () => void }) {
  const { jump } = useEditor()
  return (
    <Dialog open onClose={onClose} title="Find a step">
      <StepList
        label="Find a step"
        onChoose={(name) => {
          onClose()
          // The dialog gives the focus back first.
          setTimeout(() => jump(name))
        }}
      />
    </Dialog>
  )
}

const item = 'flex cursor-pointer items-center justify-between gap-2 rounded-md px-2.5 py-1.5 aria-selected:bg-selected'

type StepListProps = { label: string; onChoose: (name: string) => void; except?: string; children?: ReactNode }

/** Every step, narrowed while one types; arrows and Enter choose. */
export function StepList({ label, onChoose, except, children }: StepListProps) {
  const { definition } = useEditor()
  return (
    <Command ref={announceSelection} label={label} loop>
      <Command.Input
        placeholder="Name, kind or words"
        className="mb-2 h-8 w-full rounded-md border border-line-strong/60 bg-surface px-2.5"
      />
      <Command.List label={label} className="max-h-72 overflow-y-auto">
        <Command.Empty className="p-4 text-center text-ink-faint">No step matches.</Command.Empty>
        {children}
        {definition.states
          .filter(({ name }) => name !== except)
          .map(({ name, type, properties }) => (
            <Command.Item
              key={name}
              value={name}
              keywords={[type, ...Object.values(properties).filter((value) => typeof value === 'string')]}
              onSelect={() => onChoose(name)}
              className={item}
            >
              <span className="truncate font-medium">{name}</span>
              <span className="shrink-0 text-xs text-ink-faint">{isWidgetType(type) ? widgets[type].label : type}</span>
            </Command.Item>
          ))}
      </Command.List>
    </Command>
  )
}
