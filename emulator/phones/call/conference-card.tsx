import { MicOff, Pause, Users, Volume2 } from 'lucide-react'
import type { Conference, Participant } from '../api/schemas.ts'
import { useContactName } from '../desk/use-contact-name.ts'
import { deriveHearing, deriveOwnState } from './derive-conference-state.ts'

const Person = ({ person, name, isSelf }: { person: Participant; name: string; isSelf: boolean }) => {
  const Icon = person.hold ? Pause : person.muted ? MicOff : Volume2
  const states = [
    person.joined ? '' : 'rings still',
    person.hold ? 'on hold' : '',
    person.muted ? 'muted' : '',
    person.coaching ? 'coaches' : '',
  ].filter((state) => state !== '')
  return (
    <li className="flex items-center gap-1.5">
      <Icon aria-hidden size={13} className="shrink-0 text-muted" />
      <span className="truncate">
        {isSelf ? 'You' : name}
        {person.label === null ? '' : ` (${person.label})`}
      </span>
      {states.length === 0 ? null : <span className="shrink-0 text-warn-ink">{states.join(', ')}</span>}
    </li>
  )
}

/** The room as one leg has it: its name, who is there, and who hears whom. */
export const ConferenceCard = ({ conference, callSid }: { conference: Conference; callSid: string }) => {
  const contactName = useContactName()
  const nameOf = (person: Participant): string => contactName(person.phoneNumber)
  const self = conference.participants.find((person) => person.callSid === callSid)
  const coached = conference.participants.find((person) => person.callSid === self?.callSidToCoach)
  return (
    <div className="grid gap-1 rounded-xl border border-line px-3 py-2 text-xs">
      <h3 className="flex items-center gap-1.5 font-semibold">
        <Users aria-hidden size={14} className="shrink-0" />
        <span className="truncate">Conference {conference.name}</span>
      </h3>
      <output className="text-muted">
        {deriveOwnState(conference, self, coached ? nameOf(coached) : '')} {deriveHearing(conference, callSid, nameOf)}
      </output>
      <ul aria-label={`In ${conference.name}`} className="grid max-h-24 gap-0.5 overflow-y-auto">
        {conference.participants.map((person) => (
          <Person key={person.callSid} person={person} name={nameOf(person)} isSelf={person.callSid === callSid} />
        ))}
      </ul>
    </div>
  )
}
