import { ImageUp } from 'lucide-react'
import { type ChangeEvent, useId, useState } from 'react'
import { checkFile } from './check-file.ts'
import type { Attached } from './media-picker.tsx'

const readDataUrl = (file: File): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''))
  reader.addEventListener('error', () => reject(new Error('The file could not be read.')))
  reader.readAsDataURL(file)
  return promise
}

/** A file of this computer, sent as its bytes. */
export const FileChoice = ({ onChange }: { onChange: (attached: Attached) => void }) => {
  const id = useId()
  const [reason, setReason] = useState<string | undefined>()
  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0]
    if (!file) return
    const refusal = checkFile(file)
    setReason(refusal)
    if (refusal !== undefined) return
    try {
      onChange({ url: await readDataUrl(file), word: file.name })
    } catch (error) {
      setReason(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <div>
      <input
        id={id}
        type="file"
        accept="image/*,audio/*,video/*,.pdf,.vcf,.txt,.csv"
        className="peer sr-only"
        aria-describedby={reason === undefined ? undefined : `${id}-reason`}
        onChange={(event) => void choose(event)}
      />
      <label
        htmlFor={id}
        className="flex h-9 cursor-pointer items-center justify-center gap-2 rounded-lg border border-line bg-surface font-medium peer-focus-visible:outline-2 peer-focus-visible:outline-accent-ink hover:bg-hover"
      >
        <ImageUp aria-hidden size={16} />
        Choose a file…
      </label>
      {reason === undefined ? null : (
        <p id={`${id}-reason`} role="alert" className="mt-1 text-xs text-bad-ink">
          {reason}
        </p>
      )}
    </div>
  )
}
