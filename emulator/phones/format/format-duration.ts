const secondsPerMinute = 60

/** 2:05 */
export const formatDuration = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / secondsPerMinute)}:${String(whole % secondsPerMinute).padStart(2, '0')}`
}
