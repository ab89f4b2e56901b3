-- Where the log is, asked behind a write's commit: all of the write stands before it. The timeline as the log's files are
-- named, both of fixed width: server/domain/consistency.h.
SELECT lower(substr(pg_walfile_name(place), 1, 8)) || '-' || lpad(to_hex((place - '0/0'::pg_lsn)::bigint), 16, '0') AS position
FROM pg_current_wal_insert_lsn() AS place
