-- GET /v1/audit, newest first: everything for an administrator, else what happened to the caller's own
-- calendars. Each of those is asked by its own index, so that a busy neighbour costs nothing.
WITH place AS MATERIALIZED (
	SELECT (:after::jsonb->>0)::timestamptz AS at, (:after::jsonb->>1)::bigint AS id,
		acts_as_admin(:is_admin, :scopes) AS sees_all, user_ref(:actor::text, :caller) AS actor
), line AS (
	SELECT all_of.* FROM place CROSS JOIN LATERAL (
		SELECT a.* FROM audit a
		WHERE place.sees_all AND audit_wanted(a, place.actor, :action::text, :resource::text,
				:from::timestamptz, :to::timestamptz)
			AND (place.at IS NULL OR (a.at, a.id) < (place.at, place.id))
		ORDER BY a.at DESC, a.id DESC LIMIT :limit + 1
	) all_of
	UNION ALL
	SELECT own.* FROM place CROSS JOIN calendars c CROSS JOIN LATERAL (
		SELECT a.* FROM audit a
		WHERE a.calendar_id = c.id AND audit_wanted(a, place.actor, :action::text, :resource::text,
				:from::timestamptz, :to::timestamptz)
			AND (place.at IS NULL OR (a.at, a.id) < (place.at, place.id))
		ORDER BY a.at DESC, a.id DESC LIMIT :limit + 1
	) own
	WHERE NOT place.sees_all AND c.owner_user_id = :caller
)
SELECT 'ok' AS outcome, date_trunc('second', a.at) AS at, a.actor, a.key_id, a.action, a.resource, a.calendar_id, a.after, a.request_id,
	jsonb_build_array(a.at, a.id)::text AS cursor_key
FROM line a
ORDER BY a.at DESC, a.id DESC
LIMIT :limit + 1
