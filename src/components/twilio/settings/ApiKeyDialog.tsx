import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { createApiKey } from '@/hooks/api/api-keys'
import { queryKeys } from '@/hooks/query-keys'
import { Role } from '@/shared/schemas/role'
import { ErrorNotice } from '../ErrorNotice'
import { textOf } from '../text-of'
import { OneTimeSecret } from './OneTimeSecret'
import { roleWords } from './role-words'
import { RoleSelect } from './RoleSelect'

/** Makes a key, then shows its secret: this once. */
export function ApiKeyDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const [role, setRole] = useState<Role>('agent')
  const create = useMutation({
    mutationFn: createApiKey,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.apiKeys }),
  })
  if (create.data) {
    const { apiKey, secret } = create.data
    return (
      <Dialog open onClose={onClose} title={apiKey.name} description="Copy the key now. It is not shown again.">
        <OneTimeSecret label="Key" value={secret} />
        <div className="mt-5 flex justify-end">
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </div>
      </Dialog>
    )
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    create.mutate({ name: textOf(new FormData(event.currentTarget), 'name'), role })
  }
  return (
    <Dialog open onClose={onClose} title="New API key">
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="Name" hint="Which program uses it.">
          {(control) => <Input {...control} name="name" required maxLength={100} autoComplete="off" />}
        </Field>
        <Field label="Role" hint={roleWords[role].may}>
          {(control) => (
            <RoleSelect {...control} value={role} onChange={(event) => setRole(Role.parse(event.target.value))} />
          )}
        </Field>
        {create.error && <ErrorNotice error={create.error} what="No key was made." />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={create.isPending}>
            Make the key
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
