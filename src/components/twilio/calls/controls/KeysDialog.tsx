import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { useCallControls } from '@/hooks/useCallControls'
import { ErrorNotice } from '../../ErrorNotice'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

/** Presses keys in a call, by mouse or by the keyboard's own. */
export function KeysDialog({ callSid, onClose }: { callSid: string; onClose: () => void }) {
  const { press: send } = useCallControls()
  const [pressed, setPressed] = useState('')
  const press = (digits: string) => {
    setPressed((before) => before + digits)
    send.mutate({ callSid, change: { digits } })
  }
  return (
    <Dialog open onClose={onClose} title="Keys" description="The other party hears them." className="max-w-76">
      <div className="grid gap-3">
        <Input
          aria-label="Keys pressed"
          readOnly
          value={pressed}
          className="h-11 text-center text-lg tabular"
          onKeyDown={({ key }) => {
            if (keys.some((one) => one === key)) press(key)
          }}
        />
        <div className="grid grid-cols-3 gap-1.5">
          {keys.map((key) => (
            <button
              key={key}
              type="button"
              onClick={() => press(key)}
              className="h-11 rounded-lg bg-sunken text-lg font-medium tabular hover:bg-hover active:bg-selected"
            >
              {key}
            </button>
          ))}
        </div>
        {send.error && <ErrorNotice error={send.error} what="The key was not sent." />}
      </div>
    </Dialog>
  )
}
