import { Time } from '../../Time'
import { PhoneNumber } from '../../PhoneNumber'
import type { RulesPreview } from '@/shared/schemas/permission'

const words: Record<string, string> = { allowed: 'allowed', held: 'held', refused: 'not permitted' }

/** What a change would have done to the last two weeks, and would do to what waits. */
export function RulesChange({ preview }: { preview: RulesPreview }) {
  const { asked, waiting, nowAllowed, nowHeld, nowRefused, examples } = preview
  const changed = nowAllowed + nowHeld + nowRefused
  return (
    <section aria-label="What would change" className="rounded-lg border bg-surface p-4" aria-live="polite">
      <p className="font-medium">
        {changed === 0
          ? `Nothing would change for the last ${asked} texts and calls.`
          : `${changed} of the last ${asked} texts and calls would get another verdict: ${nowAllowed} allowed, ${nowHeld} held, ${nowRefused} not permitted.`}
      </p>
      <p className="text-sm text-ink-faint">
        Of two weeks, with what is known of the people today; {waiting} of them are still waiting. Money is left out.
      </p>
      {examples.length > 0 && (
        <ul className="mt-2 grid gap-1 text-sm">
          {examples.map((example) => (
            <li key={`${example.to} ${example.at}`} className="flex flex-wrap gap-x-2">
              <PhoneNumber value={example.to} className="tabular" />
              <Time at={example.at} className="text-ink-faint" />
              <span>
                {words[example.before] ?? example.before} → {words[example.after] ?? example.after}
              </span>
              {example.reason && <span className="text-ink-soft">{example.reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
