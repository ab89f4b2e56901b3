-- After a restore: every sync token from before is answered 410, and its mirror starts anew. The number
-- says nothing but that it is another one; one that counts could come back with an older backup.
UPDATE sync_epoch SET epoch = ('x' || left(md5(gen_random_uuid()::text), 15))::bit(60)::bigint, begun_at = now()
RETURNING 'ok' AS outcome, epoch
