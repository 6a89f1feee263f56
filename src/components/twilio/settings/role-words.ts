import type { Role } from '@/shared/schemas/role'

/** What each role may do, in a sentence; shared/can.ts decides. */
export const roleWords: Record<Role, { word: string; may: string }> = {
  admin: { word: 'Admin', may: 'Everything, people and API keys included.' },
  supervisor: { word: 'Supervisor', may: 'Calls and texts, and settles what failed.' },
  agent: { word: 'Agent', may: 'Calls, texts and contacts.' },
  viewer: { word: 'Viewer', may: 'Sees calls and texts, changes nothing.' },
}
