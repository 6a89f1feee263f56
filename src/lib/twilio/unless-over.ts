import { isOver } from './is-over'

/** What is over needs nothing more: of a call that has ended, or of somebody who has left a conference, there is nothing left to do. */
export async function unlessOver(work: Promise<unknown>): Promise<'done' | 'over'> {
  try {
    await work
    return 'done'
  } catch (error) {
    if (isOver(error)) return 'over'
    throw error
  }
}
