-- Before an atomic batch: the calendars it names, in id order, so that two batches cannot wait for each other.
SELECT count(*) FROM (
	SELECT FROM calendars c WHERE c.id = ANY (:calendar_ids::uuid[]) ORDER BY c.id FOR NO KEY UPDATE
) locked
