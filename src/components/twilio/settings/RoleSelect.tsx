import type { ComponentProps } from 'react'
import { Select } from '@/components/ui/input'
import { Role } from '@/shared/schemas/role'
import { roleWords } from './role-words'

export function RoleSelect(props: ComponentProps<'select'>) {
  return (
    <Select {...props}>
      {Role.options.map((role) => (
        <option key={role} value={role}>
          {roleWords[role].word}
        </option>
      ))}
    </Select>
  )
}
