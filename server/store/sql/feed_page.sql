-- One page of what a feed shows; see find_feed.sql.
SELECT p.place, p.event, p.kept
FROM export_page(:calendar_id::uuid, NULL, :from::timestamptz, :to::timestamptz, :after::uuid, NULL, true,
	:detail::text = 'busy') p
