import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis, KeyRound, Link2, Smartphone, UserRoundCheck, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { Cell } from '@/components/ui/table'
import { renewInvite, updatePerson } from '@/hooks/api/people'
import { queryKeys } from '@/hooks/query-keys'
import { useMe } from '@/hooks/useMe'
import type { InvitedPerson, Person } from '@/shared/schemas/person'
import { Role } from '@/shared/schemas/role'
import { formatPhoneNumber } from '../format/format-phone-number'
import { toastError } from '../toast-error'
import { OwnPhoneDialog } from './OwnPhoneDialog'
import { RoleSelect } from './RoleSelect'

const states: Record<Person['status'], { word: string; tone: Tone }> = {
  invited: { word: 'Invited', tone: 'info' },
  active: { word: 'Active', tone: 'positive' },
  disabled: { word: 'Disabled', tone: 'neutral' },
}

type PersonRowProps = { person: Person; onLink: (invited: InvitedPerson) => void }

export function PersonRow({ person, onLink }: PersonRowProps) {
  const client = useQueryClient()
  const { data: me } = useMe()
  const [disabling, setDisabling] = useState(false)
  const [phoning, setPhoning] = useState(false)
  const update = useMutation({
    mutationFn: updatePerson,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.people }),
    onError: (error) => toastError(`${person.name} was not changed.`, error),
  })
  const renew = useMutation({
    mutationFn: () => renewInvite(person.id),
    onSuccess: onLink,
    onError: (error) => toastError('No link was made.', error),
  })
  const isMe = me?.id === person.id
  const disabled = person.status === 'disabled'
  const state = states[person.status]
  return (
    <tr>
      <Cell>
        <span className="flex items-center gap-3">
          <Avatar name={person.name} />
          <span className="min-w-0">
            <span className="block font-medium">
              {person.name} {isMe && <span className="font-normal text-ink-faint">(you)</span>}
            </span>
            <span className="block text-sm text-ink-faint">{person.email}</span>
            {person.phoneNumber && (
              <span className="block text-sm text-ink-faint tabular">{formatPhoneNumber(person.phoneNumber)}</span>
            )}
          </span>
        </span>
      </Cell>
      <Cell>
        <RoleSelect
          aria-label={`Role of ${person.name}`}
          className="w-32"
          value={person.role}
          disabled={isMe || update.isPending}
          title={isMe ? 'Another administrator changes your role.' : undefined}
          onChange={(event) => update.mutate({ id: person.id, change: { role: Role.parse(event.target.value) } })}
        />
      </Cell>
      <Cell>
        <Badge tone={state.tone}>{state.word}</Badge>
      </Cell>
      <Cell className="text-right">
        <DropdownMenu
          trigger={
            <Button variant="quiet" size="icon" aria-label={`More for ${person.name}`}>
              <Ellipsis aria-hidden />
            </Button>
          }
        >
          <MenuItem onSelect={() => renew.mutate()}>
            {person.status === 'invited' ? <Link2 aria-hidden /> : <KeyRound aria-hidden />}
            {person.status === 'invited' ? 'New invitation link' : 'Link for a new password'}
          </MenuItem>
          <MenuItem onSelect={() => setPhoning(true)}>
            <Smartphone aria-hidden /> Phone
          </MenuItem>
          {!isMe && disabled && (
            <MenuItem onSelect={() => update.mutate({ id: person.id, change: { disabled: false } })}>
              <UserRoundCheck aria-hidden /> Enable
            </MenuItem>
          )}
          {!isMe && !disabled && (
            <MenuItem onSelect={() => setDisabling(true)}>
              <UserRoundX aria-hidden /> Disable
            </MenuItem>
          )}
        </DropdownMenu>
        {phoning && <OwnPhoneDialog person={person} onClose={() => setPhoning(false)} />}
        <ConfirmDialog
          open={disabling}
          onClose={() => setDisabling(false)}
          title={`Disable ${person.name}?`}
          description="They are signed out everywhere and cannot sign in again until somebody enables them. What they did stays."
          action="Disable"
          onConfirm={() => update.mutate({ id: person.id, change: { disabled: true } })}
        />
      </Cell>
    </tr>
  )
}
