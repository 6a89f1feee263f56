import type { OurNumber, UpdateNumberInput } from '@/shared/schemas/number'

/** What the parts of the form have set, as it is saved: without lines left empty, and without what does not count while it is always open. */
export function answerChange(answer: OurNumber['answer']): NonNullable<UpdateNumberInput['answer']> {
  const { transferTo, ring, lastRecruiterFirst, hours, closed, callBack, textBack } = answer
  const { voicemailGreeting, voicemailGreetingId } = answer
  const settings = { transferTo, ring, lastRecruiterFirst, callBack, textBack, voicemailGreeting, voicemailGreetingId }
  if (hours === null) return { ...settings, hours }
  return { ...settings, hours: { ...hours, holidays: hours.holidays.filter((day) => day !== '') }, closed }
}
