import { Paperclip, X } from 'lucide-react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { IconButton } from '../parts/icon-button.tsx'
import { FileChoice } from './file-choice.tsx'
import { drawPicture, pictureChoices } from './picture-choices.ts'

export interface Attached {
  url: string
  /** What it is, if it was chosen and not typed. */
  word: string
}

interface Props {
  attached: Attached
  onChange: (attached: Attached) => void
}

/** A picture to go with the text: a file, one of a few drawn here, or whatever lies at a URL. */
export const MediaPicker = ({ attached, onChange }: Props) =>
  attached.word === '' ? (
    <div className="grid gap-2">
      <FileChoice onChange={onChange} />
      <fieldset aria-label="Pictures to choose from" className="flex min-w-0 gap-1.5">
        {pictureChoices.map(({ word, draw }) => (
          <Button
            key={word}
            size="small"
            className="flex-1 px-1"
            onClick={() => onChange({ url: drawPicture(draw), word })}
          >
            {word}
          </Button>
        ))}
      </fieldset>
      <Field
        label="URL of a picture or file"
        labelHidden
        placeholder="or https://… of a picture or file"
        type="url"
        value={attached.url}
        onChange={(event) => onChange({ url: event.target.value, word: '' })}
      />
    </div>
  ) : (
    <div className="flex items-center gap-2">
      {attached.url.startsWith('data:image/') ? (
        <img
          src={attached.url}
          alt={attached.word}
          className="h-16 max-w-32 rounded-lg border border-line object-cover"
        />
      ) : (
        <Paperclip aria-hidden size={16} className="shrink-0 text-muted" />
      )}
      <span className="min-w-0 flex-1 truncate text-muted">{attached.word}</span>
      <IconButton icon={X} label={`Remove ${attached.word}`} onClick={() => onChange({ url: '', word: '' })} />
    </div>
  )
