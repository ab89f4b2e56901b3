-- An answer from one occurrence of a series on: [{slot, partstat, comment}], ascending; what comes before
-- the first of them has the attendee's partstat and comment. NULL: the same answer for all.
ALTER TABLE event_attendees ADD COLUMN partstat_from jsonb;
