/** Whether people at a place can be called: from 8 in the morning to 9 in the evening there. */
export function isWakingHour(now: Date, timeZone: string) {
  const hour = Number(new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(now))
  return hour >= 8 && hour < 21
}
