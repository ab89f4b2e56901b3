-- Time stamps and ids that the database makes itself.

-- The clock and not now(): a transaction may have waited for its calendar's row since it began, and
-- updated_at must not run against the order of seq.
CREATE FUNCTION this_second() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
	SELECT date_trunc('second', clock_timestamp())
$$;

-- A UUIDv7 (RFC 9562 §5.7) where one statement needs more ids than request.new_id: 48 bits of
-- milliseconds, then random bits; gen_random_uuid's version 4 becomes 7 by two bits.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE AS $$
	SELECT encode(set_bit(set_bit(overlay(
		uuid_send(gen_random_uuid())
		PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
		FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;
