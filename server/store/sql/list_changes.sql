-- GET …/changes: the state of the calendar's order, and one page of rows after the token's place.
--
-- Whether the token still holds is decided by the server from the first row's sync_ columns: it alone
-- knows what stands in the token. All is read in one snapshot, and the calendar's row lock makes commit
-- order seq order: so no row can come later with a seq that this page has passed.
--
-- A poll may have waited for long before it reads again: its key is looked at here too.
WITH gate AS MATERIALIZED (
	SELECT c.id, r.role, c.seq, c.min_seq, c.settings_seq, c.acl_seq, s.epoch, s.secret,
		coalesce(a.granted_seq, 0) AS granted_seq,
		CASE
			WHEN EXISTS (SELECT FROM api_keys k WHERE k.id = :key_id
				AND (k.revoked_at IS NOT NULL OR k.expires_at <= now())) THEN 'unauthenticated'
			WHEN r.role IS NULL THEN 'not_found'
			WHEN r.role = 'freebusy' THEN 'freebusy_only'
			ELSE 'ok'
		END AS outcome
	FROM sync_epoch s
	LEFT JOIN calendars c ON c.id = :calendar_id AND c.deleted_at IS NULL
	LEFT JOIN calendar_acl a ON a.calendar_id = c.id AND a.user_id = :caller
	CROSS JOIN LATERAL (SELECT role_on(c, a.role, :caller)) r (role)
)
SELECT gate.outcome, gate.seq AS sync_seq, gate.min_seq AS sync_min_seq, gate.settings_seq AS sync_settings_seq,
	gate.acl_seq AS sync_acl_seq, gate.epoch AS sync_epoch, encode(gate.secret, 'hex') AS sync_secret,
	gate.role >= 'editor' AS sync_sees_all, gate.granted_seq AS sync_granted_seq, calendar.shown AS sync_calendar,
	page.seq AS row_seq, page.id AS row_id, e.deleted_at IS NOT NULL AS row_deleted, v.*
FROM gate
LEFT JOIN LATERAL (
	SELECT calendar_json(v) AS shown FROM calendars c, calendar_answer(c, gate.role) v
	WHERE gate.outcome = 'ok' AND c.id = gate.id
		AND (:after::text IS NULL OR greatest(gate.settings_seq, gate.acl_seq) > sync_seq(:after::text))
) calendar ON true
LEFT JOIN LATERAL change_page(CASE WHEN gate.outcome = 'ok' THEN gate.id END, sync_seq(:after::text),
	sync_id(:after::text), coalesce((:after::jsonb->>2)::bigint, gate.seq), :limit + 1) page ON true
LEFT JOIN events e ON e.calendar_id = gate.id AND e.id = page.id
LEFT JOIN LATERAL event_answer(e, NOT may_match(e, gate.role, :caller), NULL) v ON e.id IS NOT NULL
ORDER BY page.seq, page.id
