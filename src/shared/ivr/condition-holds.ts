import { linearPattern } from '../patterns/linear-pattern'

type Compare = (argument: string, value: string) => boolean

/** Studio's comparisons. Words are compared without regard to case and surrounding blanks. */
const comparisons: Record<string, Compare> = {
  equal_to: (argument, value) => plain(argument) === plain(value),
  not_equal_to: (argument, value) => plain(argument) !== plain(value),
  matches_any_of: (argument, value) => anyOf(value).includes(plain(argument)),
  does_not_match_any_of: (argument, value) => !anyOf(value).includes(plain(argument)),
  contains: (argument, value) => plain(argument).includes(plain(value)),
  does_not_contain: (argument, value) => !plain(argument).includes(plain(value)),
  starts_with: (argument, value) => plain(argument).startsWith(plain(value)),
  does_not_start_with: (argument, value) => !plain(argument).startsWith(plain(value)),
  is_blank: (argument) => argument.trim() === '',
  is_not_blank: (argument) => argument.trim() !== '',
  regex: (argument, value) => linearPattern(value)?.matches(argument) ?? false,
  less_than: (argument, value) => number(argument) < number(value),
  greater_than: (argument, value) => number(argument) > number(value),
  is_before_date: (argument, value) => date(argument) < date(value),
  is_after_date: (argument, value) => date(argument) > date(value),
  is_before_time: (argument, value) => minutes(argument) < minutes(value),
  is_after_time: (argument, value) => minutes(argument) > minutes(value),
}

export const conditionTypes: readonly string[] = Object.keys(comparisons)

/** Whether a condition of a split holds. Throws on a comparison that does not exist; publishing refuses those. */
export function conditionHolds(type: string, argument: string, value: string): boolean {
  const compare = Object.hasOwn(comparisons, type) ? comparisons[type] : undefined
  if (!compare) throw new Error(`there is no comparison "${type}"`)
  return compare(argument, value)
}

function plain(text: string) {
  return text.trim().toLowerCase()
}

function anyOf(list: string) {
  return list.split(',').map(plain)
}

/** NaN compares as neither less nor greater. */
function number(text: string) {
  return text.trim() === '' ? Number.NaN : Number(text)
}

function date(text: string) {
  return Date.parse(text.trim())
}

/** `09:30`, `9:30 pm` as minutes of the day. */
function minutes(text: string) {
  const match = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]m)?$/i.exec(text.trim())
  if (!match) return Number.NaN
  const hour = Number(match[1])
  const half = match[3]?.toLowerCase()
  return (half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + Number(match[2])
}
