-- GET /v1/calendars/{calendar_id}: any role will do.
SELECT CASE WHEN v.my_role IS NULL THEN 'not_found' ELSE 'ok' END AS outcome, v.*
FROM calendars c
LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
CROSS JOIN LATERAL calendar_answer(c, role_on(c, a.role, :caller)) v
WHERE c.id = :calendar_id AND c.deleted_at IS NULL
