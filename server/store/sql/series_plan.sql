-- What the plan of a write is computed from; see lib/event_writing_series.sql.
SELECT * FROM series_plan_from(:operation::text, :calendar_id::uuid, :event_id::uuid, :body::jsonb, :slot::text)
