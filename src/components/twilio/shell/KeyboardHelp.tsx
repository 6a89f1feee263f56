import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { paletteKeys } from './palette-keys'

const keys: [string[], string][] = [
  [[paletteKeys], 'Go anywhere, call or text anybody'],
  [['j', 'k'], 'Next and previous row'],
  [['Enter'], 'Open the row'],
  [['/'], 'Search on this page'],
  [['c'], 'Call: whoever is open, or the dial pad'],
  [['e'], 'Mark the conversation done: the focused row, or the open one'],
  [['a', 's'], 'Assign or snooze the open conversation'],
  [['n'], 'Write a note for colleagues'],
  [['m'], 'Text: whoever is open, or a new number'],
  [[`Enter`], 'Send the text you write (Shift Enter for a new line)'],
  [['Esc'], 'Close what is open'],
  [['?'], 'This list'],
]

export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keyboard">
      <dl className="grid grid-cols-[6rem_1fr] items-center gap-y-2">
        {keys.map(([names, meaning]) => (
          <div key={meaning} className="contents">
            <dt className="flex gap-1">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd className="text-ink-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
