-- Users, calendars and events for benches, beside whatever is there.
--
--   psql -v users=10 -v calendars=100 -v events=10000 -v prefix=bench -f seed.sql
--
-- `events` is per calendar; they lie one an hour from 2026-01-01 on. Calendars go round among the users,
-- who own them; ids follow from the numbers, so that a load generator can compute them:
-- md5('PREFIX-user-N'), md5('PREFIX-calendar-N'), md5('PREFIX-event-N-M') as uuid, numbers from 1.
-- The key of user N is cal_benchkey_ and the first 43 hex digits of SHA-256 of 'PREFIX-key-N'.
\if :{?users} \else \set users 1
\endif
\if :{?calendars} \else \set calendars 1
\endif
\if :{?events} \else \set events 1000
\endif
\if :{?prefix} \else \set prefix bench
\endif

INSERT INTO public.users (id, username, email, time_zone, created_at, updated_at)
SELECT md5(:'prefix' || '-user-' || n)::uuid, :'prefix' || '-' || n, :'prefix' || '-' || n || '@example.com',
	'Europe/Berlin', now(), now()
FROM generate_series(1, :users) n;

INSERT INTO public.api_keys (id, user_id, name, prefix, hash, scopes, created_at)
SELECT gen_random_uuid(), md5(:'prefix' || '-user-' || n)::uuid, 'bench', 'benchkey',
	sha256(convert_to('cal_benchkey_' || left(encode(sha256(convert_to(:'prefix' || '-key-' || n, 'UTF8')),
		'hex'), 43), 'UTF8')),
	'{calendars:read,calendars:write,events:read,events:write,freebusy:read,webhooks:manage}', now()
FROM generate_series(1, :users) n;

INSERT INTO public.calendars (id, owner_user_id, owner_since, name, time_zone, seq, created_at, updated_at)
SELECT md5(:'prefix' || '-calendar-' || n)::uuid, md5(:'prefix' || '-user-' || (n - 1) % :users + 1)::uuid,
	now(), 'Calendar ' || n, 'Europe/Berlin', :events, now(), now()
FROM generate_series(1, :calendars) n;

INSERT INTO public.events (id, calendar_id, uid, seq, title, description, location, is_all_day, floating,
	tzid, start_local, duration_s, start_utc, end_utc, span, status, visibility, transparency, body, tsv,
	creator_user_id, created_at, updated_at)
SELECT id, md5(:'prefix' || '-calendar-' || c)::uuid, id::text, e, 'Event ' || e, 'Bring coffee.', 'Room 4',
	false, false, 'Europe/Berlin', start_utc AT TIME ZONE 'Europe/Berlin', 1800, start_utc,
	start_utc + interval '30 minutes', tstzrange(start_utc, start_utc + interval '30 minutes'),
	'confirmed', 'default', 'opaque',
	jsonb_build_object('color', NULL, 'categories', '["bench"]'::jsonb, 'reminders', '[]'::jsonb,
		'metadata', '{}'::jsonb, 'organizer', jsonb_build_object('email', NULL, 'name', 'Bench',
			'user_id', md5(:'prefix' || '-user-' || (c - 1) % :users + 1)::uuid)),
	to_tsvector('simple', 'Event ' || e), md5(:'prefix' || '-user-' || (c - 1) % :users + 1)::uuid, now(), now()
FROM generate_series(1, :calendars) c, generate_series(1, :events) e,
	LATERAL (SELECT md5(:'prefix' || '-event-' || c || '-' || e)::uuid AS id,
		timestamptz '2026-01-01 00:00:00+00' + e * interval '1 hour' AS start_utc) at;

VACUUM ANALYZE public.users, public.api_keys, public.calendars, public.events;
