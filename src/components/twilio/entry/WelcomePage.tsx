import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { answerWelcome, getWelcome } from '@/hooks/api/me'
import { queryKeys } from '@/hooks/query-keys'
import type { Welcome } from '@/shared/schemas/person'
import { ErrorNotice } from '../ErrorNotice'
import { textOf } from '../text-of'
import { EntryFrame } from './EntryFrame'

const route = getRouteApi('/welcome')

const words = {
  first_admin: { title: 'Welcome to EVA', lead: 'Set up the first administrator. Others are invited from Settings.' },
  invitation: { title: 'Welcome to EVA', lead: 'You were invited. Choose a password and start.' },
  password_reset: { title: 'New password', lead: 'Choose a new password. You are signed in with it at once.' },
} as const

/** What a one-time link opens: the first administrator, an invitation, or a new password. */
export function WelcomePage() {
  const { token } = route.useSearch()
  const welcome = useQuery({
    queryKey: ['welcome', token],
    queryFn: ({ signal }) => getWelcome(token, signal),
    retry: false,
    staleTime: Infinity,
  })
  if (welcome.error) {
    return (
      <EntryFrame title="This link does not work">
        <ErrorNotice error={welcome.error} />
        <p className="mt-4 text-ink-soft">
          Links work once and for a limited time. Ask an administrator for a new one, or{' '}
          <Link to="/" className="font-medium text-accent-ink underline">
            sign in
          </Link>
          .
        </p>
      </EntryFrame>
    )
  }
  if (!welcome.data) {
    return (
      <EntryFrame title="Welcome to EVA">
        <Skeleton className="h-40" />
      </EntryFrame>
    )
  }
  return (
    <EntryFrame {...words[welcome.data.kind]}>
      <WelcomeForm token={token} welcome={welcome.data} />
    </EntryFrame>
  )
}

function WelcomeForm({ token, welcome }: { token: string; welcome: Welcome }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const answer = useMutation({
    mutationFn: answerWelcome,
    onSuccess: (me) => {
      client.setQueryData(queryKeys.me, me)
      return navigate({ to: '/' })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [name, email] = [textOf(form, 'name'), textOf(form, 'email')]
    answer.mutate({ token, password: textOf(form, 'password'), ...(name && { name }), ...(email && { email }) })
  }
  const first = welcome.kind === 'first_admin'
  return (
    <form className="grid gap-4" onSubmit={submit}>
      {welcome.kind !== 'password_reset' && (
        <Field label="Your name">
          {(control) => (
            <Input
              {...control}
              name="name"
              autoComplete="name"
              required
              defaultValue={welcome.name ?? ''}
              className="h-10"
            />
          )}
        </Field>
      )}
      <Field label="E-mail">
        {(control) => (
          <Input
            {...control}
            name={first ? 'email' : undefined}
            type="email"
            autoComplete="username"
            required
            readOnly={!first}
            defaultValue={welcome.email ?? ''}
            className="h-10 read-only:bg-sunken"
          />
        )}
      </Field>
      <Field label="Password" hint="At least 12 characters. A sentence is easier to remember than symbols.">
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={12}
            required
            className="h-10"
          />
        )}
      </Field>
      {answer.error && <ErrorNotice error={answer.error} what="That did not work." />}
      <Button type="submit" variant="primary" size="large" busy={answer.isPending}>
        {welcome.kind === 'password_reset' ? 'Set password' : 'Start'}
      </Button>
    </form>
  )
}
