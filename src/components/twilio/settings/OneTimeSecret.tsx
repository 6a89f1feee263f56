import { CopyButton } from '@/components/ui/copy-button'
import { Input } from '@/components/ui/input'

/** A text that is shown once: to be copied now. */
export function OneTimeSecret({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex items-center gap-2">
      <Input
        aria-label={label}
        readOnly
        value={value}
        onFocus={(event) => event.target.select()}
        className="font-mono text-sm"
      />
      <CopyButton text={value} label={`Copy ${label.toLowerCase()}`}>
        Copy
      </CopyButton>
    </div>
  )
}
