-- The filters of listAudit.
CREATE FUNCTION audit_wanted(line audit, actor uuid, action text, resource text, "from" timestamptz,
	"to" timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
	SELECT (actor IS NULL OR line.actor = actor) AND (action IS NULL OR line.action = action)
		AND (resource IS NULL OR line.resource = resource)
		AND ("from" IS NULL OR line.at >= "from") AND ("to" IS NULL OR line.at < "to")
$$;
