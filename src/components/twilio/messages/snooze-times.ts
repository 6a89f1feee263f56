const hour = 60 * 60 * 1000

/** When the working day begins: conversations come back then. */
const morning = 9

export type SnoozeTime = { label: string; until: Date }

/** Times to set a conversation aside until, in the viewer's zone; none of them twice. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  return [
    { label: 'In an hour', until: new Date(now.getTime() + hour) },
    { label: 'In three hours', until: new Date(now.getTime() + 3 * hour) },
    ...(now.getHours() < morning ? [{ label: 'This morning', until: at(now, 0) }] : []),
    { label: 'Tomorrow', until: at(now, 1) },
    { label: now.getDay() === 0 ? 'In a week' : 'Next Monday', until: at(now, daysToMonday(now)) },
  ]
}

/** Next Monday; from a Sunday the one after tomorrow's, which has its own line. */
function daysToMonday(now: Date) {
  const days = (8 - now.getDay()) % 7 || 7
  return days === 1 ? 8 : days
}

function at(now: Date, days: number) {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, morning)
}

/** A moment as an input of the kind datetime-local writes it. */
export function toLocalInput(at: Date) {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

function two(part: number) {
  return String(part).padStart(2, '0')
}
