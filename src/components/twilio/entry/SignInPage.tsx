import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { ApiError } from '@/hooks/api/api-error'
import { signIn } from '@/hooks/api/me'
import { queryKeys } from '@/hooks/query-keys'
import { ErrorNotice } from '../ErrorNotice'
import { textOf } from '../text-of'
import { EntryFrame } from './EntryFrame'

export function SignInPage() {
  const client = useQueryClient()
  const entry = useMutation({
    mutationFn: signIn,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.me }),
    meta: { signIn: true },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    entry.mutate({ email: textOf(form, 'email'), password: textOf(form, 'password') })
  }
  const refused = entry.error instanceof ApiError && entry.error.status === 401
  return (
    <EntryFrame title="Sign in" lead="Calls and texts of your firm.">
      <form className="grid gap-4" onSubmit={submit}>
        <Field label="E-mail">
          {(control) => (
            <Input {...control} name="email" type="email" autoComplete="username" required className="h-10" />
          )}
        </Field>
        <Field label="Password" error={refused ? 'E-mail and password do not belong together.' : undefined}>
          {(control) => (
            <Input
              {...control}
              name="password"
              type="password"
              autoComplete="current-password"
              required
              className="h-10"
            />
          )}
        </Field>
        {entry.error && !refused && <ErrorNotice error={entry.error} what="Signing in did not work." />}
        <Button type="submit" variant="primary" size="large" busy={entry.isPending}>
          Sign in
        </Button>
      </form>
      <p className="mt-6 text-sm text-ink-faint">
        No account yet, or forgot the password? Ask an administrator for a link.
      </p>
    </EntryFrame>
  )
}
