import { APIError, getSessionFromCtx } from 'better-auth/api'
import { z } from 'zod'
import { assertGoodPassword } from '@/lib/auth/assert-good-password'
import { DomainError } from '@/shared/errors'

const UpdateUser = z.strictObject({ name: z.string().trim().min(1).max(100) })
const ChangePassword = z.object({ newPassword: z.string() })

type HookContext = Parameters<typeof getSessionFromCtx>[0] & { path: string; body: unknown }

/**
 * What better-auth does not check by itself: a person changes nothing of their own but the name, a new password keeps our rule, and
 * changing it always ends the person's other sessions.
 */
export async function guardAuthRequest(ctx: HookContext) {
  if (ctx.path === '/update-user') {
    const parsed = UpdateUser.safeParse(ctx.body)
    if (!parsed.success)
      throw new APIError('BAD_REQUEST', { message: 'Only a name of 1 to 100 characters can be set.' })
    return { context: { body: parsed.data } }
  }
  if (ctx.path === '/change-password') {
    const session = await getSessionFromCtx(ctx)
    const parsed = ChangePassword.safeParse(ctx.body)
    if (!session || !parsed.success) return
    try {
      assertGoodPassword(parsed.data.newPassword, session.user.email)
    } catch (error) {
      if (error instanceof DomainError) throw new APIError('BAD_REQUEST', { message: error.message })
      throw error
    }
    return { context: { body: { ...ctx.body, revokeOtherSessions: true } } }
  }
}
