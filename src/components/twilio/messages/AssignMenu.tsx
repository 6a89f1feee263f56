import { UserRoundCheck, UserRoundX } from 'lucide-react'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuChoice, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu'
import { useColleagues } from '@/hooks/useColleagues'
import { useForbidden, useMe } from '@/hooks/useMe'
import type { Conversation } from '@/shared/schemas/message'

type AssignMenuProps = {
  conversation: Conversation
  open: boolean
  onOpenChange: (open: boolean) => void
  onAssign: (personId: string | null) => void
}

/** Whose conversation it is, and whose it shall be. */
export function AssignMenu({ conversation, open, onOpenChange, onAssign }: AssignMenuProps) {
  const { assignedTo } = conversation
  const { data: colleagues } = useColleagues()
  const { data: me } = useMe()
  const reason = useForbidden()('conversations.write')
  const active = (colleagues ?? []).filter((person) => person.active)
  const mine = active.find((person) => person.id === me?.id)
  const others = active.filter((person) => person.id !== me?.id)
  const trigger = (
    <Button
      variant="secondary"
      size="icon"
      label={assignedTo ? `Assigned to ${assignedTo.name}` : 'Assign'}
      shortcut="a"
      disabledReason={reason}
    >
      {assignedTo ? (
        <Avatar name={assignedTo.name} className="size-5 text-[0.625rem]" />
      ) : (
        <UserRoundCheck aria-hidden />
      )}
    </Button>
  )
  if (reason) return trigger
  return (
    <DropdownMenu open={open} onOpenChange={onOpenChange} trigger={trigger}>
      {mine && (
        <MenuChoice chosen={assignedTo?.id === mine.id} onSelect={() => onAssign(mine.id)}>
          Me
        </MenuChoice>
      )}
      {others.map((person) => (
        <MenuChoice key={person.id} chosen={assignedTo?.id === person.id} onSelect={() => onAssign(person.id)}>
          <Avatar name={person.name} className="size-5 text-[0.625rem]" />
          <span className="truncate">{person.name}</span>
        </MenuChoice>
      ))}
      {assignedTo && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={() => onAssign(null)}>
            <UserRoundX aria-hidden /> Nobody
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  )
}
