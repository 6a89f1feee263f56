const timeFormat = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const secondFormat = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', second: '2-digit' })
const dayFormat = new Intl.DateTimeFormat(undefined, { weekday: 'short', month: 'short', day: 'numeric' })
const exactFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' })

const formatWith = (format: Intl.DateTimeFormat, at: string): string => {
  const time = Date.parse(at)
  return Number.isNaN(time) ? at : format.format(time)
}

/** 6:40 PM, in the viewer's zone. */
export const formatTime = (at: string): string => formatWith(timeFormat, at)
export const formatTimeWithSeconds = (at: string): string => formatWith(secondFormat, at)
/** Tue, Nov 25 */
export const formatDay = (at: string): string => formatWith(dayFormat, at)
/** In full, for a title. */
export const formatExactTime = (at: string): string => formatWith(exactFormat, at)
