import { Braces } from 'lucide-react'
import { Fragment } from 'react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu'
import { useEditor } from '../editor'
import { variablesOf } from '../variables-of'

/** Offers what can be filled in: the caller, the contact, what earlier steps found out. */
export function VariablePicker({ field, state, onPick }: PickerProps) {
  const { definition } = useEditor()
  return (
    <DropdownMenu
      trigger={
        <Button
          variant="quiet"
          size="icon-small"
          label={`Insert a variable into ${field}`}
          className="absolute top-0.5 right-0.5"
        >
          <Braces />
        </Button>
      }
    >
      {variablesOf(definition, state).map(({ label, variables }) => (
        <Fragment key={label}>
          <MenuLabel>{label}</MenuLabel>
          {variables.map((variable) => (
            <MenuItem key={variable} onSelect={() => onPick(`{{${variable}}}`)}>
              {variable}
            </MenuItem>
          ))}
        </Fragment>
      ))}
    </DropdownMenu>
  )
}

type PickerProps = { field: string; state: string; onPick: (variable: string) => void }
