-- A webhook and its deliveries as the API shows them. The secret is shown once, by createWebhook and by a rotation.
CREATE TYPE webhook_view AS (
	id uuid,
	url text,
	types text[],
	calendar_ids text[],
	description text,
	enabled boolean,
	disabled_reason text,
	old_secret_until timestamptz(0),
	ping jsonb,
	created_at timestamptz(0),
	updated_at timestamptz(0)
);

CREATE FUNCTION webhook_answer(webhook webhooks) RETURNS SETOF webhook_view LANGUAGE sql STABLE AS $$
	SELECT webhook.id, webhook.url, webhook.types, coalesce(webhook.calendar_ids::text[], '{}'), webhook.description,
		webhook.enabled, webhook.disabled_reason,
		CASE WHEN webhook.old_secret_until > now() THEN webhook.old_secret_until END, webhook.ping,
		webhook.created_at, webhook.updated_at
$$;

CREATE FUNCTION webhook_shown(webhook_id uuid) RETURNS webhook_view LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT v FROM webhooks w, webhook_answer(w) v WHERE w.id = webhook_shown.webhook_id);
END $$;

CREATE FUNCTION text_list(list jsonb) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
	RETURN ARRAY(SELECT DISTINCT t FROM jsonb_array_elements_text(list) t ORDER BY t);
END $$;

-- NULL stands for every calendar of the user's.
CREATE FUNCTION calendar_list(list jsonb) RETURNS uuid[] LANGUAGE sql IMMUTABLE AS $$
	SELECT nullif(text_list(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END), '{}')::uuid[]
$$;

-- Only calendars whose events the user may read.
CREATE FUNCTION webhook_errors(list jsonb, caller uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
	RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('pointer', '/calendar_ids/' || position - 1,
		'code', 'unknown_reference', 'message',
		'There is no such calendar, or none that you may see events of.') ORDER BY position), '[]')
	FROM jsonb_array_elements_text(CASE jsonb_typeof(list) WHEN 'array' THEN list ELSE '[]' END)
		WITH ORDINALITY AS t (id, position)
	LEFT JOIN calendars c ON c.id = t.id::uuid AND c.deleted_at IS NULL
	WHERE coalesce(calendar_role(c, webhook_errors.caller), 'freebusy') < 'reader');
END $$;
