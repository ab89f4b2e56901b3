-- Who was invited is asked for busy times of a window, and invitations pile up over the years. So the span of
-- its event stands beside each attendee, and an index begins with the person and goes on with the time.
-- Triggers keep it: a release that knows nothing of the column writes it too.

CREATE FUNCTION attendee_takes_span() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.span := (SELECT e.span FROM public.events e
		WHERE e.calendar_id = NEW.calendar_id AND e.id = NEW.event_id);
	RETURN NEW;
END $$;

-- Runs after the foreign key's trigger, as triggers run in the order of their names: of an event that moves to
-- another calendar at the same time the attendees are there already.
CREATE FUNCTION event_gives_span() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE public.event_attendees a SET span = NEW.span
	WHERE a.calendar_id = NEW.calendar_id AND a.event_id = NEW.id;
	RETURN NULL;
END $$;

ALTER TABLE event_attendees ADD COLUMN span tstzrange;
UPDATE event_attendees a SET span = e.span FROM events e
WHERE e.calendar_id = a.calendar_id AND e.id = a.event_id;
ALTER TABLE event_attendees ALTER COLUMN span SET NOT NULL;
CREATE INDEX event_attendees_busy ON event_attendees USING gist (user_id, span) WHERE user_id IS NOT NULL;

CREATE TRIGGER event_attendees_span BEFORE INSERT ON event_attendees
	FOR EACH ROW EXECUTE FUNCTION attendee_takes_span();
CREATE TRIGGER events_span_given AFTER UPDATE OF span ON events
	FOR EACH ROW WHEN (NEW.attendee_count > 0 AND OLD.span IS DISTINCT FROM NEW.span)
	EXECUTE FUNCTION event_gives_span();
