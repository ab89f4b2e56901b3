-- GET /v1/agenda: the candidates of many calendars. Each calendar is asked by its own index scan; of the
-- single events all calendars together give one page.
WITH wanted AS MATERIALIZED (
	SELECT * FROM calendars_asked(:calendar_ids::uuid[], :caller)
), gate AS MATERIALIZED (
	SELECT CASE
			WHEN q.errors <> '[]' THEN 'malformed_query'
			WHEN a.outcome = 'ok' AND (SELECT count(*) FROM wanted) > 50 THEN 'too_many_calendars'
			ELSE a.outcome
		END AS outcome,
		CASE WHEN q.errors <> '[]' THEN errors_detail(q.errors) ELSE a.detail END AS detail
	FROM asked_access(:calendar_ids::uuid[], :caller) a
	CROSS JOIN LATERAL (SELECT window_errors(:from::timestamptz, :to::timestamptz, true, :time_zone::text)
		OFFSET 0) q (errors)
), places AS MATERIALIZED (
	SELECT w.id AS calendar_id, coalesce(:time_zone::text, w.time_zone) AS zone, p.*
	FROM gate CROSS JOIN wanted w CROSS JOIN LATERAL occurrence_places(w.id, :caller, w.role,
		coalesce(:time_zone::text, w.time_zone), :from::timestamptz, :to::timestamptz, NULL, NULL, NULL, NULL,
		:after::text, :limit + 1) p
	WHERE gate.outcome = 'ok'
), shown AS (
	SELECT * FROM places WHERE recurs
	UNION ALL
	(SELECT * FROM places WHERE NOT recurs ORDER BY place_s, place_id LIMIT :limit + 1)
)
SELECT gate.outcome, gate.detail, p.zone AS viewer_zone,
	epoch_s(:from::timestamptz) AS from_s, epoch_s(:to::timestamptz) AS to_s,
	p.recurs, p.place_s, p.place_id, v.*, s.*,
	CASE WHEN p.recurs THEN overridden_slots(e.id, :from::timestamptz, :to::timestamptz) END AS overridden_slots,
	CASE WHEN p.recurs THEN attendees_by_slot(e) END AS attendees_by_slot
FROM gate
LEFT JOIN shown p ON true
LEFT JOIN events e ON e.calendar_id = p.calendar_id AND e.id = p.id
LEFT JOIN LATERAL event_answer(e, p.masked, :time_zone::text) v ON true
LEFT JOIN LATERAL stored_answer(e) s ON true
WHERE gate.outcome <> 'ok' OR p.id IS NOT NULL
