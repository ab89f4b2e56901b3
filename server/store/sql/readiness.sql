-- Does the database fit this server? The functions schema stands first in search_path;
-- current_schema() is the first one that exists.
SELECT 'ok' AS outcome,
	(SELECT max(m.number) FROM public.schema_migrations m) AS migration,
	current_schema()::text AS schema,
	current_schema() ~ '^api_[0-9a-f]{12}$' AS functions
