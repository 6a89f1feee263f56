import { Button } from '@/components/ui/button'
import { ErrorNotice } from '../ErrorNotice'

type SaveRowProps = {
  version: number
  untouched: string
  busy: boolean
  disabledReason: string | undefined
  /** What is wrong with what was written, in a sentence. */
  problem: string | null
  error: Error | null
  /** What an error means: “The rules were not saved.” */
  notSaved: string
}

/** Which version of some settings one sees, and the button that makes the next, below what hindered it; `untouched`: what version 0 is. */
export function SaveRow({ version, untouched, busy, disabledReason, problem, error, notSaved }: SaveRowProps) {
  return (
    <>
      {problem && (
        <p role="alert" className="rounded-lg bg-negative-soft p-3">
          {problem}
        </p>
      )}
      {error && <ErrorNotice error={error} what={notSaved} />}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="mr-auto text-sm text-ink-faint">{version === 0 ? untouched : `Version ${version}.`}</p>
        <Button type="submit" variant="primary" busy={busy} disabledReason={disabledReason}>
          Save
        </Button>
      </div>
    </>
  )
}
