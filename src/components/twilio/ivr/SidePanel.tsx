import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { type Panel, panels, useEditor } from './editor'
import { Inspector } from './inspector/Inspector'
import { NumbersPanel } from './NumbersPanel'
import { ProblemsPanel } from './ProblemsPanel'
import { TestsPanel } from './TestsPanel'
import { Simulator } from './trial/Simulator'
import { VersionsPanel } from './versions/VersionsPanel'

const words: Record<Panel, string> = {
  step: 'Step',
  try: 'Try it',
  tests: 'Tests',
  problems: 'Problems',
  versions: 'Versions',
  numbers: 'Numbers',
}
const contents: Record<Panel, () => React.ReactNode> = {
  step: Inspector,
  try: Simulator,
  tests: TestsPanel,
  problems: ProblemsPanel,
  versions: VersionsPanel,
  numbers: NumbersPanel,
}

/** Beside the canvas, on narrow screens above it: the step's form, the simulator, tests, problems, versions, numbers. */
export function SidePanel() {
  const { panel, openPanel, setPath } = useEditor()
  if (panel === null) return null
  const Content = contents[panel]
  const open = (next: Panel | null) => {
    if (panel === 'try' && next !== 'try') setPath([])
    openPanel(next)
  }
  return (
    <aside
      aria-label={words[panel]}
      className="flex w-96 shrink-0 flex-col border-l bg-surface max-md:absolute max-md:inset-0 max-md:z-10 max-md:w-full max-md:border-l-0"
    >
      <div className="flex h-11 shrink-0 items-center border-b pr-1 pl-2">
        <fieldset aria-label="Panels" className="flex min-w-0 flex-1 overflow-x-auto">
          {panels.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === panel}
              onClick={() => open(name)}
              className={cn(
                'h-8 rounded-md px-1.5 text-sm text-ink-soft hover:bg-hover',
                name === panel && 'bg-selected font-medium text-ink',
              )}
            >
              {words[name]}
            </button>
          ))}
        </fieldset>
        <Button variant="quiet" size="icon-small" label="Close the panel" onClick={() => open(null)}>
          <X />
        </Button>
      </div>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto" data-panel={panel}>
        <Content />
      </div>
    </aside>
  )
}
