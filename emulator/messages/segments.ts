const gsmBasic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const gsmExtension = '^{}\\[]~|€\f'

const septets = new Map<string, number>([
  ...Array.from(gsmBasic, (character) => [character, 1] as const),
  ...Array.from(gsmExtension, (character) => [character, 2] as const),
])

export type Segmentation = { encoding: 'GSM-7' | 'UCS-2'; segments: number }

/** Parts a text is sent in. A character of two units is never torn apart, so a part may end one unit early. */
export function segment(text: string): Segmentation {
  const characters = Array.from(text)
  const isGsm = characters.every((character) => septets.has(character))
  const units = characters.map((character) => (isGsm ? (septets.get(character) ?? 1) : character.length))
  const total = units.reduce((sum, unit) => sum + unit, 0)
  const [single, part] = isGsm ? [160, 153] : [70, 67]
  const encoding = isGsm ? 'GSM-7' : 'UCS-2'
  if (total <= single) return { encoding, segments: 1 }
  let segments = 1
  let used = 0
  for (const unit of units) {
    if (used + unit > part) {
      segments += 1
      used = 0
    }
    used += unit
  }
  return { encoding, segments }
}
