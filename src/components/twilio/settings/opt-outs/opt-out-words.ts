import type { Tone } from '@/components/ui/badge'
import type { OptOut } from '@/shared/schemas/opt-out'

export const optOutKinds: Record<OptOut['kind'], { word: string; tone: Tone }> = {
  opted_out: { word: 'Opted out', tone: 'caution' },
  opted_in: { word: 'Opted in', tone: 'positive' },
}

/** Where an entry comes from: the channel it came by. */
export const optOutSources: Record<OptOut['source'], string> = {
  keyword: 'by text',
  twilio: 'Twilio refused a text (21610)',
  manual: 'entered by hand',
  import: 'from a file',
}
