-- DELETE /v1/users/{user_id}: keys and rules end; calendars must have gone or go to transfer_to, and
-- with them the authorship of events. Without transfer_to events keep naming who made them.
--
-- The user's row is locked first: creating a calendar and receiving one share-lock it, so none can
-- appear meanwhile. Then the calendars, in id order.
CREATE WRITE delete_user(user_id uuid, transfer_to uuid) AS $$
DECLARE
	old users;
	calendar record;
	seq bigint;
BEGIN
	PERFORM FROM users u WHERE u.id IN (delete_user.user_id, delete_user.transfer_to)
	ORDER BY u.id FOR NO KEY UPDATE;
	SELECT * INTO old FROM users u WHERE u.id = delete_user.user_id AND u.deleted_at IS NULL;
	IF NOT acts_as_admin(request.is_admin, request.scopes) THEN
		outcome := 'forbidden';
		EXIT work;
	ELSIF old.id IS NULL THEN
		outcome := 'not_found';
		EXIT work;
	ELSIF transfer_to IS NOT NULL AND (transfer_to = old.id OR NOT live_user(transfer_to)) THEN
		outcome := 'malformed_query';
		detail := errors_detail(field_error('transfer_to', 'unknown_reference',
			'transfer_to must name another user.'));
		EXIT work;
	ELSIF transfer_to IS NULL AND EXISTS (
			SELECT FROM calendars c WHERE c.owner_user_id = old.id AND c.deleted_at IS NULL) THEN
		outcome := 'owns_calendars';
		EXIT work;
	ELSIF old.is_admin AND last_administrator(old.id, NULL) THEN
		outcome := 'last_admin_key';
		EXIT work;
	END IF;

	FOR calendar IN
		SELECT c.id, c.owner_user_id = old.id AS owned FROM calendars c
		WHERE c.deleted_at IS NULL AND (
			c.id IN (SELECT a.calendar_id FROM calendar_acl a WHERE a.user_id = old.id)
			OR (transfer_to IS NOT NULL AND (c.owner_user_id = old.id OR c.id IN (
				SELECT e.calendar_id FROM events e WHERE e.creator_user_id = old.id))))
		ORDER BY c.id FOR NO KEY UPDATE
	LOOP
		seq := raise_seq(calendar.id);
		DELETE FROM calendar_acl a WHERE a.calendar_id = calendar.id AND a.user_id = old.id;
		IF transfer_to IS NOT NULL THEN
			UPDATE events e SET creator_user_id = transfer_to, seq = delete_user_seq.raised,
				version = e.version + 1, updated_at = this_second()
			FROM (SELECT seq) AS delete_user_seq (raised)
			WHERE e.calendar_id = calendar.id AND e.creator_user_id = old.id AND e.deleted_at IS NULL;
		END IF;
		CONTINUE WHEN NOT calendar.owned;
		DELETE FROM calendar_acl a WHERE a.calendar_id = calendar.id AND a.user_id = transfer_to;
		UPDATE calendars c SET owner_user_id = transfer_to, owner_since = this_second(),
			acl_seq = c.seq, version = c.version + 1, updated_at = this_second()
		WHERE c.id = calendar.id;
	END LOOP;
	DELETE FROM calendar_acl a WHERE a.user_id = old.id; -- of deleted calendars
	DELETE FROM webhooks w WHERE w.user_id = old.id;
	UPDATE users u SET deleted_at = this_second(), updated_at = this_second() WHERE u.id = old.id;
	UPDATE api_keys k SET revoked_at = this_second() WHERE k.user_id = old.id AND k.revoked_at IS NULL;
	outcome := 'ok';
	PERFORM record_audit(request, 'user/' || old.id, NULL,
		jsonb_build_object('deleted', true, 'transfer_to', transfer_to));
END $$;
