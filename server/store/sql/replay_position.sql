-- How far a replica is, in the form of write_position; NULL on a server that is none. The timeline is that of its last
-- restart point, so for some minutes after a failover it says less than is true, and reads go to the primary.
SELECT lpad(to_hex(timeline_id), 8, '0') || '-' || lpad(to_hex((place - '0/0'::pg_lsn)::bigint), 16, '0') AS position
FROM pg_control_checkpoint(), pg_last_wal_replay_lsn() AS place
WHERE pg_is_in_recovery()
