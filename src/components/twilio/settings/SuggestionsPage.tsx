import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { showToast } from '@/components/ui/show-toast'
import { Skeleton } from '@/components/ui/skeleton'
import { getAiSettings, updateAiSettings } from '@/hooks/api/ai-settings'
import { queryKeys } from '@/hooks/query-keys'
import { useForbidden } from '@/hooks/useMe'
import { intents, neverAutomatic, type AiSettings, type Intent } from '@/shared/schemas/suggestion'
import { ErrorNotice } from '../ErrorNotice'
import { formatClockTime } from '../format/format-time'
import { intentWords } from '../intent-words'
import { textOf } from '../text-of'
import { SettingsHeading } from './SettingsHeading'

/** What suggests replies, what may send itself, and what a day may cost. */
export function SuggestionsPage() {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: queryKeys.aiSettings,
    queryFn: ({ signal }) => getAiSettings(signal),
  })
  if (error && !data) {
    return <ErrorNotice error={error} what="The settings could not be read." onRetry={() => void refetch()} />
  }
  if (isPending) return <Skeleton className="h-64 rounded-lg" />
  return (
    <>
      <SettingsHeading
        title="Suggested replies"
        lead="Every text that comes in gets a suggestion. A person sends it, unless you allow its kind to answer by itself."
      />
      <div className="grid gap-4">
        <Source settings={data} />
        <Allowed key={data.autoReplyIntents.join()} settings={data} />
      </div>
    </>
  )
}

function Source({ settings }: { settings: AiSettings }) {
  return (
    <Card
      title="Where suggestions come from"
      aside={settings.problem && <Badge tone="caution">{settings.problem.texts} without the model today</Badge>}
    >
      <div className="grid gap-1 p-4 text-ink-soft">
        {settings.provider ? (
          <>
            <p>
              <span className="font-medium text-ink">{settings.model}</span> at{' '}
              <span className="font-medium text-ink">{settings.host}</span>. The last ten texts of a conversation are
              sent there, without card and social security numbers.
            </p>
            <p className="tabular">
              Today: {settings.today.requests.toLocaleString('en')} of {settings.dailyRequests.toLocaleString('en')}{' '}
              requests, {settings.today.tokens.toLocaleString('en')} of {settings.dailyTokens.toLocaleString('en')}{' '}
              tokens.
            </p>
            {settings.problem && (
              <p className="text-caution">
                At {formatClockTime(new Date(settings.problem.at))}: {settings.problem.sentence} Such texts get a
                suggestion by their words alone, and nothing answers them by itself.
              </p>
            )}
          </>
        ) : (
          <p>
            The words of a text alone, on this server; nothing leaves it. Set <code>AI_PROVIDER</code> to ask a model
            instead.
          </p>
        )}
      </div>
    </Card>
  )
}

function Allowed({ settings }: { settings: AiSettings }) {
  const client = useQueryClient()
  const [allowed, setAllowed] = useState<readonly Intent[]>(settings.autoReplyIntents)
  const reason = useForbidden()('ai_settings.write')
  const update = useMutation({
    mutationFn: updateAiSettings,
    onSuccess: (saved) => {
      client.setQueryData(queryKeys.aiSettings, saved)
      showToast('Saved.')
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const budget = settings.provider && {
      dailyRequests: Number(textOf(form, 'dailyRequests')),
      dailyTokens: Number(textOf(form, 'dailyTokens')),
    }
    update.mutate({ autoReplyIntents: [...allowed], ...budget })
  }
  return (
    <Card title="What may answer by itself">
      <form className="grid gap-4 p-4" onSubmit={submit}>
        <p className="text-ink-soft">
          Only when it is sure, once per text, never to who opted out or asks to be left alone, and within the rules for
          what goes out. Nothing is allowed from the start.
        </p>
        <fieldset className="grid gap-x-4 gap-y-2 sm:grid-cols-2" disabled={reason !== undefined}>
          <legend className="sr-only">Kinds of texts</legend>
          {intents
            .filter((intent) => !neverAutomatic.includes(intent))
            .map((intent) => (
              <label key={intent} className="flex items-start gap-2">
                <input
                  type="checkbox"
                  className="mt-0.5 size-4 accent-accent"
                  checked={allowed.includes(intent)}
                  onChange={(event) =>
                    setAllowed(
                      event.target.checked ? [...allowed, intent] : allowed.filter((other) => other !== intent),
                    )
                  }
                />
                <span>
                  {intentWords[intent].word}{' '}
                  <span className="block text-sm text-ink-faint">{intentWords[intent].example}</span>
                </span>
              </label>
            ))}
        </fieldset>
        {settings.provider && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="Requests a day" hint="For all servers together; 0: never ask the model.">
              {(control) => (
                <Input
                  {...control}
                  name="dailyRequests"
                  type="number"
                  required
                  min={0}
                  max={1_000_000}
                  defaultValue={settings.dailyRequests}
                  readOnly={reason !== undefined}
                />
              )}
            </Field>
            <Field label="Tokens a day" hint="Counted from midnight, UTC.">
              {(control) => (
                <Input
                  {...control}
                  name="dailyTokens"
                  type="number"
                  required
                  min={0}
                  max={1_000_000_000}
                  defaultValue={settings.dailyTokens}
                  readOnly={reason !== undefined}
                />
              )}
            </Field>
          </div>
        )}
        {update.error && <ErrorNotice error={update.error} what="The settings were not saved." />}
        <div className="flex justify-end">
          <Button type="submit" variant="primary" busy={update.isPending} disabledReason={reason}>
            Save
          </Button>
        </div>
      </form>
    </Card>
  )
}
