import { finishRecording, pauseRecording, resumeRecording } from '../recordings/record.ts'
import type { Recording } from '../recordings/recording.ts'
import type { World } from '../world.ts'
import type { Form } from './form.ts'
import { RestError } from './rest-error.ts'

/** Pauses, resumes or stops a recording by `Status`. Throws RestError if it is over. */
export function steerRecording(world: World, recording: Recording, form: Form): void {
  const status = form.text('Status')
  const behavior = form.text('PauseBehavior') ?? 'silence'
  if (behavior !== 'skip' && behavior !== 'silence') {
    throw new RestError(400, 20_001, `PauseBehavior must be skip or silence: ${behavior}`)
  }
  if (recording.durationSeconds !== null) throw new RestError(400, 21_220, 'The recording is over')
  if (status === 'stopped') finishRecording(world, recording)
  else if (status === 'paused') pauseRecording(world, recording, behavior === 'skip')
  else if (status === 'in-progress') resumeRecording(world, recording)
  else throw new RestError(400, 20_001, `Status must be paused, in-progress or stopped: ${status}`)
}
