import { X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useContactTags } from '@/hooks/useContacts'

/** Tags as chips; Enter or a comma makes one, Backspace takes the last away. `typed` is a tag that is not one yet. */
export function TagsField({
  tags,
  typed,
  onTags,
  onTyped,
}: {
  tags: readonly string[]
  typed: string
  onTags: (tags: string[]) => void
  onTyped: (typed: string) => void
}) {
  const known = useContactTags()
  const [announced, setAnnounced] = useState('')
  const add = (text: string) => {
    const fresh = tagsOf(text).filter((tag) => !tags.includes(tag))
    if (fresh.length > 0) onTags([...tags, ...new Set(fresh)])
    setAnnounced(fresh.length > 0 ? `${fresh.join(', ')} added` : '')
    onTyped('')
  }
  const remove = (tag: string) => {
    onTags(tags.filter((other) => other !== tag))
    setAnnounced(`${tag} taken away`)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if ((event.key === 'Enter' || event.key === ',') && typed.trim() !== '') {
      event.preventDefault()
      add(typed)
    }
    const last = tags.at(-1)
    if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last)
  }
  return (
    <div className="grid gap-1.5">
      <Field label="Tags" hint="Enter adds a tag.">
        {(control) => (
          <>
            <Input
              {...control}
              list={`${control.id}-known`}
              maxLength={50}
              autoComplete="off"
              value={typed}
              onChange={(event) => onTyped(event.target.value)}
              onKeyDown={press}
            />
            <datalist id={`${control.id}-known`}>
              {known.map(({ tag }) => (
                <option key={tag} value={tag}>
                  {tag}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <output className="sr-only">{announced}</output>
      {tags.length > 0 && (
        <ul aria-label="Tags of this contact" className="flex flex-wrap gap-1">
          {tags.map((tag) => (
            <li
              key={tag}
              className="inline-flex h-6 max-w-full items-center gap-0.5 rounded bg-sunken pl-2 text-xs text-ink-soft"
            >
              <span className="truncate">{tag}</span>
              <button
                type="button"
                aria-label={`Take ${tag} away`}
                onClick={() => remove(tag)}
                className="grid size-6 place-items-center rounded hover:bg-hover hover:text-ink"
              >
                <X aria-hidden className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What somebody typed as tags, with commas between. */
export function tagsOf(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}
