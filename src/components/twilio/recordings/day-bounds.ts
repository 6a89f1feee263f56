/** Days of the calendar here, both included, as the moments between which something began; a day that is not given bounds nothing. */
export function dayBounds({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  const begin = from === undefined ? null : midnight(from, 0)
  const end = to === undefined ? null : midnight(to, 1)
  return { ...(begin && { from: begin.toISOString() }), ...(end && { to: end.toISOString() }) }
}

/** The calendar, not 24 hours: a day in which clocks change is longer or shorter. */
function midnight(day: string, daysLater: number) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysLater)
}
