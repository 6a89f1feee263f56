import { describe, expect, test } from 'vitest'
import { permissions, permissionsOf, roleCan } from './can'
import { Role } from './schemas/role'

/** The matrix as people know it; a permission that is added must be decided here too. */
const matrix = {
  admin: permissions,
  supervisor: permissions.filter(
    (name) =>
      !/^(people|api_keys|metrics)\.|^(numbers|ai_settings|permission_rules|recording_rules|call_settings)\.write$/.test(
        name,
      ),
  ),
  agent: permissions.filter(
    (name) =>
      !/^(people|api_keys|metrics|operations|ai_settings)\.|^numbers\.assign$|^(numbers|keywords|flows|permission_rules|recording_rules|call_settings)\.write$|^(messages|recordings)\.delete$/.test(
        name,
      ),
  ),
  viewer: permissions.filter(
    (name) => name.endsWith('.read') && !/^(people|api_keys|metrics|operations|recordings|ai_settings)\./.test(name),
  ),
}

describe('who may do what', () => {
  test.each(Role.options.flatMap((role) => permissions.map((permission) => ({ role, permission }))))(
    '$role and $permission',
    ({ role, permission }) => {
      expect(roleCan(role, permission)).toBe((matrix[role] as string[]).includes(permission))
    },
  )

  test('a role’s permissions are those it can', () => {
    for (const role of Role.options) expect(permissionsOf(role)).toEqual(matrix[role])
    expect(permissions.length).toBeGreaterThan(15)
  })
})
