import { formatPhoneNumber } from '../format/format-phone-number.ts'
import { Field } from '../parts/field.tsx'
import { Select } from '../parts/select.tsx'

export const otherPeer = 'other'

interface Props {
  peers: string[]
  firmNumbers: string[]
  /** A known number, or `otherPeer` for one that is typed. */
  chosen: string
  typed: string
  error: string | undefined
  onChoose: (peer: string) => void
  onType: (typed: string) => void
}

const deriveLabel = (peer: string, firmNumbers: string[]): string =>
  `${formatPhoneNumber(peer)}${firmNumbers.includes(peer) ? ' · the firm' : ''}`

/** With whom: a number known here, or any other. */
export const PeerPicker = ({ peers, firmNumbers, chosen, typed, error, onChoose, onType }: Props) => (
  <div className="grid gap-2 px-4 pb-2">
    <Select label="With" value={chosen} onChange={(event) => onChoose(event.target.value)}>
      {peers.map((peer) => (
        <option key={peer} value={peer}>
          {deriveLabel(peer, firmNumbers)}
        </option>
      ))}
      <option value={otherPeer}>Another number…</option>
    </Select>
    {chosen === otherPeer ? (
      <Field
        label="Number to text"
        labelHidden
        placeholder="Number to text, such as +14155550100"
        type="tel"
        value={typed}
        error={error}
        onChange={(event) => onType(event.target.value)}
      />
    ) : null}
  </div>
)
