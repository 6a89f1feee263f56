import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Sparkles } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { getAiSettings } from '@/hooks/api/ai-settings'
import { queryKeys } from '@/hooks/query-keys'
import { useNow } from '@/hooks/use-now'
import { formatClockTime } from '../format/format-time'

const hour = 3_600_000

/** The model that suggests replies gave none lately: why, and where to mend it. */
export function ModelTrouble() {
  const { data } = useQuery({
    queryKey: queryKeys.aiSettings,
    queryFn: ({ signal }) => getAiSettings(signal),
    refetchInterval: 60_000,
  })
  const now = useNow(60_000)
  const problem = data?.problem
  if (!problem || now.getTime() - Date.parse(problem.at) > hour) return null
  return (
    <section
      aria-label="Suggested replies"
      className="flex flex-wrap items-start gap-3 border-b bg-caution-soft px-4 py-3 sm:flex-nowrap"
    >
      <span aria-hidden className="mt-0.5 grid size-8 shrink-0 place-items-center rounded-full text-caution">
        <Sparkles className="size-4" />
      </span>
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-2.75rem)]">
        <p className="font-medium">Suggested replies come from the words alone. {problem.sentence}</p>
        <p className="text-ink-soft">
          {problem.texts === 1 ? 'One text' : `${problem.texts} texts`} today without the model, the last at{' '}
          {formatClockTime(new Date(problem.at))}. Texts come in as always, and nothing answers by itself meanwhile.
        </p>
      </div>
      <Button asChild size="small" className="max-sm:ml-11">
        <Link to="/settings/suggestions">Look at the settings</Link>
      </Button>
    </section>
  )
}
