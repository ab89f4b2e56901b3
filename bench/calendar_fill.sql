-- The world of the calendar bench: PEOPLE with a calendar each, in teams of 50, over two years around
-- 2026-06-01. Of each calendar 200 single events and 10 series.
--
--   psql -v people=10000 -f calendar_fill.sql
--
-- Rows come in the order in which a real database gets them, by time and not by calendar: what one calendar
-- holds lies scattered over the table. Ids are UUIDv7 of that time. A team's first person, its lead, may read
-- all of its calendars and is invited to every meeting of it: some two thousand. Indexes are made afterwards,
-- from the definitions that the migrations gave them (calendar_fill.py).
\set ON_ERROR_STOP on
SET synchronous_commit = off;
SET session_replication_role = replica; -- neither triggers nor foreign keys: the rows below agree
SELECT setseed(0.25);

CREATE SCHEMA bench;
CREATE FUNCTION bench.id(at timestamptz, seed text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
	SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(seed), 1, 3)
		|| '8' || substr(md5(seed), 4, 15))::uuid
$$;

CREATE TABLE bench.person AS
SELECT n, n / 50 AS team, bench.id(joined, 'user-' || n) AS user_id, bench.id(joined, 'calendar-' || n) AS calendar_id,
	format('person-%s@example.com', n) AS email, joined
FROM (SELECT n, timestamptz '2024-06-01 00:00Z' + n * (interval '1 year' / :people) AS joined
	FROM generate_series(0, :people - 1) n) p;
ALTER TABLE bench.person ADD PRIMARY KEY (n);

CREATE TABLE bench.team AS
SELECT team, 'cal_benchkey_' || left(encode(sha256(convert_to('bench-team-' || team, 'UTF8')), 'hex'), 43) AS lead_key,
	array_agg(calendar_id ORDER BY n) AS calendar_ids, array_agg(user_id ORDER BY n) AS user_ids
FROM bench.person GROUP BY team;
ALTER TABLE bench.team ADD PRIMARY KEY (team);

INSERT INTO users (id, username, email, display_name, time_zone, created_at, updated_at)
SELECT user_id, 'person-' || n, email, 'Person ' || n, 'Europe/Berlin', joined, joined
FROM bench.person;

INSERT INTO api_keys (id, user_id, name, prefix, hash, scopes, created_at)
SELECT gen_random_uuid(), t.user_ids[1], 'bench', 'benchkey', sha256(convert_to(t.lead_key, 'UTF8')),
	'{calendars:read,events:read,freebusy:read}', now()
FROM bench.team t;

INSERT INTO calendars (id, owner_user_id, owner_since, name, time_zone, seq, created_at, updated_at)
SELECT calendar_id, user_id, joined, 'Calendar of ' || n, 'Europe/Berlin', 250, joined, joined
FROM bench.person;

-- With the lead, and with five others of the team.
INSERT INTO calendar_acl
SELECT owner.calendar_id, other.user_id, 'reader', owner.joined
FROM bench.person owner CROSS JOIN LATERAL (
	SELECT DISTINCT owner.team * 50 + k AS n
	FROM unnest(ARRAY[0] || ARRAY(SELECT (owner.n + step * 7) % 50 FROM generate_series(1, 5) step)) k) shared
JOIN bench.person other ON other.n = shared.n
WHERE other.n <> owner.n;

-- ---- single events -----------------------------------------------------------------------------------------

CREATE TABLE bench.single AS
SELECT i, p.n, p.team, p.calendar_id, p.user_id, bench.id(start_at - interval '10 days', 'event-' || i) AS id,
	start_at, kind,
	kind = 19 AS is_all_day,
	kind BETWEEN 0 AND 3 AS has_attendees
FROM (
	SELECT i, (i % 20 + i / 20) % 20 AS kind,
		timestamp '2025-06-01' + (floor(i / :people) * 730 / 200 + random() * 20)::integer * interval '1 day'
			+ (8 + floor(random() * 10)) * interval '1 hour' + floor(random() * 2) * interval '30 minutes' AS start_at
	FROM generate_series(0, :people * 200 - 1) i
) s JOIN bench.person p ON p.n = s.i % :people
ORDER BY i;

INSERT INTO events (id, calendar_id, uid, seq, title, description, location, is_all_day, floating, tzid, start_local,
	duration_s, duration_days, start_utc, end_utc, span, status, visibility, transparency, body, attendee_count, tsv,
	creator_user_id, created_at, updated_at)
SELECT id, calendar_id, id || '@example.com', 1 + i / :people, title, 'Bring the figures of last week, please.', 'Room 4',
	is_all_day, false, 'Europe/Berlin', CASE WHEN is_all_day THEN date_trunc('day', start_at) ELSE start_at END,
	CASE WHEN NOT is_all_day THEN 3600 END, CASE WHEN is_all_day THEN 1 END, first, last,
	CASE WHEN is_all_day THEN tstzrange(first - interval '14 hours', last + interval '14 hours')
		ELSE tstzrange(first, last) END,
	CASE kind WHEN 5 THEN 'tentative' ELSE 'confirmed' END, CASE kind WHEN 6 THEN 'private' ELSE 'default' END,
	CASE WHEN kind IN (7, 19) THEN 'transparent' ELSE 'opaque' END,
	jsonb_build_object('color', NULL, 'categories', '[]'::jsonb, 'reminders', '[]'::jsonb, 'metadata', '{}'::jsonb,
		'organizer', jsonb_build_object('email', NULL, 'name', 'Person ' || n, 'user_id', user_id)),
	CASE WHEN has_attendees THEN 3 ELSE 0 END, to_tsvector('simple', title), user_id,
	start_at - interval '10 days', start_at - interval '10 days'
FROM bench.single CROSS JOIN LATERAL (SELECT 'Meeting ' || i AS title,
	CASE WHEN is_all_day THEN date_trunc('day', start_at) AT TIME ZONE 'UTC'
		ELSE start_at AT TIME ZONE 'Europe/Berlin' END AS first,
	CASE WHEN is_all_day THEN (date_trunc('day', start_at) + interval '1 day') AT TIME ZONE 'UTC'
		ELSE (start_at + interval '1 hour') AT TIME ZONE 'Europe/Berlin' END AS last OFFSET 0) at
ORDER BY i;

-- ---- series: seven of ten weekly, one fortnightly, one daily, one monthly -------------------------------------
-- Half of them go on for ever, the others end after half a year.

CREATE TABLE bench.series AS
SELECT s.*, p.team, p.calendar_id, p.user_id, bench.id(start_at - interval '10 days', 'series-' || i) AS id,
	kind IN (4, 5, 6) AS has_attendees,
	CASE WHEN kind = 2 OR i / :people % 2 = 0 THEN 182 END AS days
FROM (
	SELECT i, i % :people AS n, (i % 10 + i / :people) % 10 AS kind,
		timestamp '2025-06-01' + floor(random() * 104) * interval '7 days' + floor(random() * 5) * interval '1 day'
			+ (8 + floor(random() * 10)) * interval '1 hour' AS start_at
	FROM generate_series(0, :people * 10 - 1) i
) s JOIN bench.person p USING (n)
ORDER BY i;

INSERT INTO events (id, calendar_id, uid, seq, title, is_all_day, floating, tzid, start_local, duration_s, start_utc,
	end_utc, span, rrule, rdates, exdates, status, visibility, transparency, body, attendee_count, tsv,
	creator_user_id, created_at, updated_at)
SELECT id, calendar_id, id || '@example.com', 201 + i / :people, title, false, false, 'Europe/Berlin', start_at, 1800,
	first, first + interval '30 minutes',
	tstzrange(first, coalesce((start_at + days * interval '1 day' + interval '30 minutes')
		AT TIME ZONE 'Europe/Berlin', 'infinity'), '[]'),
	CASE kind
		WHEN 0 THEN 'FREQ=WEEKLY;INTERVAL=2'
		WHEN 1 THEN 'FREQ=MONTHLY;BYMONTHDAY=' || extract(day FROM start_at)
		WHEN 2 THEN 'FREQ=DAILY'
		ELSE 'FREQ=WEEKLY;BYDAY=' || upper(left(to_char(start_at, 'DY'), 2)) END
		|| coalesce(';UNTIL=' || to_char((start_at + days * interval '1 day') AT TIME ZONE 'Europe/Berlin'
			AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS"Z"'), ''),
	'{}', CASE WHEN kind = 3 THEN ARRAY[start_at + interval '21 days', start_at + interval '35 days'] ELSE '{}' END,
	'confirmed', 'default', 'opaque',
	jsonb_build_object('color', NULL, 'categories', '[]'::jsonb, 'reminders', '[]'::jsonb, 'metadata', '{}'::jsonb,
		'organizer', jsonb_build_object('email', NULL, 'name', 'Person ' || n, 'user_id', user_id)),
	CASE WHEN has_attendees THEN 3 ELSE 0 END, to_tsvector('simple', title), user_id,
	start_at - interval '10 days', start_at - interval '10 days'
FROM bench.series CROSS JOIN LATERAL (SELECT 'Weekly ' || i AS title,
	start_at AT TIME ZONE 'Europe/Berlin' AS first OFFSET 0) at
ORDER BY i;

-- Two occurrences each of some weekly series begin an hour later.
INSERT INTO events (id, calendar_id, series_id, recurrence_id, uid, seq, title, is_all_day, floating, tzid, start_local,
	duration_s, start_utc, end_utc, span, overridden, status, visibility, transparency, body, tsv, creator_user_id,
	created_at, updated_at)
SELECT bench.id(slot, 'exception-' || i || '-' || week), calendar_id, id, slot, id || '@example.com', 220, 'Weekly ' || i,
	false, false, 'Europe/Berlin', slot + interval '1 hour', 1800, first, first + interval '30 minutes',
	tstzrange(first, first + interval '30 minutes'), '{end_time,start_time}', 'confirmed', 'default', 'opaque',
	'{"color": null, "categories": [], "reminders": [], "metadata": {}, "organizer": null}',
	to_tsvector('simple', 'Weekly ' || i), user_id, slot, slot
FROM bench.series CROSS JOIN LATERAL (SELECT week, start_at + week * interval '7 days' AS slot,
	(start_at + week * interval '7 days' + interval '1 hour') AT TIME ZONE 'Europe/Berlin' AS first
	FROM unnest(ARRAY[4, 7]) week) at
WHERE kind IN (7, 8);

-- ---- attendees: the lead of the team, and two more ------------------------------------------------------------

INSERT INTO event_attendees (calendar_id, event_id, email_key, position, email, role, partstat, user_id,
	span)
SELECT e.calendar_id, e.id, p.email, place, p.email, 'required',
	CASE (m.i + place) % 10 WHEN 0 THEN 'declined' WHEN 1 THEN 'tentative' WHEN 2 THEN 'needs_action'
		ELSE 'accepted' END, p.user_id, e.span
FROM (SELECT i, team, calendar_id, id FROM bench.single WHERE has_attendees
	UNION ALL SELECT i, team, calendar_id, id FROM bench.series WHERE has_attendees) m
JOIN events e USING (calendar_id, id)
CROSS JOIN LATERAL (VALUES (1, 0), (2, 1 + m.i / 3 % 24), (3, 25 + m.i / 7 % 25)) a (place, k)
JOIN bench.person p ON p.n = m.team * 50 + a.k;

DROP TABLE bench.single, bench.series;
