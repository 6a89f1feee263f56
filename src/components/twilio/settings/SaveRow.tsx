import { Button } from '@/components/ui/button'

type SaveRowProps = { version: number; untouched: string; busy: boolean; disabledReason: string | undefined }

/** Which version of some settings one sees, and the button that makes the next; `untouched`: what version 0 is. */
export function SaveRow({ version, untouched, busy, disabledReason }: SaveRowProps) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      <p className="mr-auto text-sm text-ink-faint">{version === 0 ? untouched : `Version ${version}.`}</p>
      <Button type="submit" variant="primary" busy={busy} disabledReason={disabledReason}>
        Save
      </Button>
    </div>
  )
}
