-- A feed as its owner sees it; the link itself is nowhere.
CREATE VIEW feed_view AS
SELECT f.id, f.calendar_id, f.name, f.detail, f.past_days, f.future_days, f.prefix, f.created_at
FROM feeds f
WHERE f.revoked_at IS NULL;
