-- A key as the API shows it: never its hash. A revoked key is shown to nobody.
CREATE VIEW api_key_view AS
SELECT id, user_id, name, prefix, to_jsonb(scopes) AS scopes, expires_at, last_used_at, created_at
FROM api_keys
WHERE revoked_at IS NULL;
