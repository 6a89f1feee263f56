import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/show-toast'
import { updateMe } from '@/hooks/api/me'
import { updatePerson } from '@/hooks/api/people'
import { queryKeys } from '@/hooks/query-keys'
import { useMe } from '@/hooks/useMe'
import { ErrorNotice } from '../ErrorNotice'
import { PhoneField } from './answer/PhoneField'

type OwnPhoneDialogProps = {
  /** Whose it is; null: one's own. */
  person: { id: string; name: string; phoneNumber: string | null } | null
  onClose: () => void
}

/** The phone on which a person is rung for callers who are to reach them. */
export function OwnPhoneDialog({ person, onClose }: OwnPhoneDialogProps) {
  const { data: me } = useMe()
  const client = useQueryClient()
  const present = person ? person.phoneNumber : (me?.phoneNumber ?? null)
  const [phoneNumber, setPhoneNumber] = useState(present)
  const save = useMutation({
    mutationFn: async () => {
      const change = { phoneNumber }
      await (person ? updatePerson({ id: person.id, change }) : updateMe(change))
      const changed = [queryKeys.me, queryKeys.people, queryKeys.colleagues]
      await Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onSuccess: () => {
      showToast(phoneNumber === null ? 'No phone is rung.' : 'The phone is saved.')
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate()
  }
  return (
    <Dialog open onClose={onClose} title={person ? `${person.name}’s phone` : 'Your phone'}>
      <form className="grid gap-4" onSubmit={submit}>
        <PhoneField
          label="Phone number"
          hint={`Rung for callers who are to reach ${person ? person.name : 'you'}. Empty: none.`}
          readOnly={false}
          value={present}
          onChange={setPhoneNumber}
        />
        {save.error && <ErrorNotice error={save.error} what="The phone was not saved." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
