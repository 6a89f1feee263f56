import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { invitePerson } from '@/hooks/api/people'
import { queryKeys } from '@/hooks/query-keys'
import type { InvitedPerson } from '@/shared/schemas/person'
import { Role } from '@/shared/schemas/role'
import { ErrorNotice } from '../ErrorNotice'
import { textOf } from '../text-of'
import { roleWords } from './role-words'
import { RoleSelect } from './RoleSelect'

type InviteDialogProps = { onClose: () => void; onInvited: (invited: InvitedPerson) => void }

export function InviteDialog({ onClose, onInvited }: InviteDialogProps) {
  const client = useQueryClient()
  const [role, setRole] = useState<Role>('agent')
  const invite = useMutation({
    mutationFn: invitePerson,
    onSuccess: async (invited) => {
      await client.invalidateQueries({ queryKey: queryKeys.people })
      onInvited(invited)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    invite.mutate({ name: textOf(form, 'name'), email: textOf(form, 'email'), role })
  }
  return (
    <Dialog open onClose={onClose} title="Invite a person">
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name">
          {(control) => <Input {...control} name="name" required maxLength={100} autoComplete="off" />}
        </Field>
        <Field label="E-mail" hint="They sign in with it.">
          {(control) => <Input {...control} name="email" type="email" required autoComplete="off" />}
        </Field>
        <Field label="Role" hint={roleWords[role].may}>
          {(control) => (
            <RoleSelect {...control} value={role} onChange={(event) => setRole(Role.parse(event.target.value))} />
          )}
        </Field>
        {invite.error && <ErrorNotice error={invite.error} what="Nobody was invited." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={invite.isPending}>
            Make the link
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
