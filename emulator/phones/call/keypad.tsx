const keys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const

const names: Record<string, string> = { '*': '* star', '#': '# hash' }

interface Props {
  label: string
  onPress: (key: string) => void
}

/** Twelve keys; with any of them focused, the computer's own number keys press them too. */
export const Keypad = ({ label, onPress }: Props) => (
  <fieldset aria-label={label} className="mx-auto min-w-0 grid w-full max-w-72 grid-cols-3 gap-1.5">
    {keys.map(([key, letters]) => (
      <button
        key={key}
        type="button"
        aria-label={names[key]}
        onClick={() => onPress(key)}
        onKeyDown={(event) => {
          if (!/^[0-9*#]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
          // On a call the whole screen hears the keys.
          if (event.defaultPrevented) return
          event.preventDefault()
          onPress(event.key)
        }}
        className="flex h-11 flex-col short:h-9 items-center justify-center rounded-xl bg-raised leading-none transition-colors hover:bg-hover active:bg-accent-soft"
      >
        <span className="text-lg leading-5 font-medium">{key}</span>
        <span aria-hidden className="h-2.5 text-[10px] leading-3 tracking-widest text-muted">
          {letters}
        </span>
      </button>
    ))}
  </fieldset>
)
