-- POST …/import, called in steps within one transaction; request.plan says which (server/handlers/import_calendar.c):
--
--   {"step": "begin"} ─> needs_plan ─> {"step": "rows", "rows": […]} ─> needs_plan, … ─> {"step": "finish", …} ─> ok
--
-- The claim and the calendar's lock of the first step hold until the commit behind the last.
CREATE TYPE import_view AS (created integer, updated integer, skipped integer, failed jsonb, dry_run boolean);

CREATE FUNCTION import_calendar(request request, calendar_id uuid, mode text, dry_run boolean,
	OUT outcome text, OUT detail jsonb, OUT replayed boolean, OUT answer import_view)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
	past record;
	calendar calendars;
	counts import_counts;
	shown jsonb;
BEGIN
	IF request.plan->>'step' = 'begin' THEN
		SELECT * INTO past FROM claim(request);
		IF past.outcome IS NOT NULL THEN
			outcome := past.outcome;
			detail := past.detail;
			replayed := past.replayed;
			answer := jsonb_populate_record(NULL::import_view, past.answer);
			RETURN;
		END IF;
	END IF;
	calendar := lock_calendar(calendar_id);
	CASE request.plan->>'step'
	WHEN 'begin' THEN
		outcome := import_access(calendar, request.caller);
		IF outcome = 'ok' THEN
			outcome := 'needs_plan';
			RETURN;
		END IF;
	WHEN 'rows' THEN
		counts := import_rows(calendar, request.plan->'rows', coalesce(mode, 'upsert'),
			coalesce(dry_run, false), request.caller);
		answer := (counts.created, counts.updated, counts.skipped, counts.failed, dry_run)::import_view;
		outcome := 'needs_plan';
		RETURN;
	ELSE
		outcome := 'ok';
		shown := request.plan->'answer' || jsonb_build_object('dry_run', coalesce(dry_run, false));
		answer := jsonb_populate_record(NULL::import_view, shown);
		IF NOT answer.dry_run AND answer.created + answer.updated > 0 THEN
			PERFORM record_audit(request, 'calendar/' || calendar.id, calendar.id, shown - 'failed');
		END IF;
	END CASE;
	PERFORM complete(request, outcome, detail, shown);
END $$;
