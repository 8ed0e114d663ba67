-- The journal, which is the only truth, and the rows derived from it. Never edited after release:
-- a change is a new numbered file. @source design.md sections 3 and 6.

-- ---- words, so that an event holds a small number instead of a text ------------------------------

CREATE TABLE device (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  -- A number the device's events have reached; kept only while its newest event does not stand at
  -- the end of the journal (db/journal_end.h).
  reached_seq INTEGER NOT NULL DEFAULT 0 CHECK (reached_seq >= 0)
) STRICT;

CREATE TABLE zone (
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- 1 to 3 are entries, 10 to 999 everything else. Types this version does not know get 1000 and up;
-- the migration that comes with knowing one gives it its own number.
CREATE TABLE event_type (
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

INSERT INTO event_type (n, name) VALUES
  (1, 'entry.logged'),
  (2, 'entry.amended'),
  (3, 'entry.removed'),
  (10, 'profile.created'),
  (11, 'profile.set'),
  (12, 'zone.seen'),
  (13, 'settings.set'),
  (14, 'habit.created'),
  (15, 'habit.updated'),
  (16, 'habit.archived'),
  (17, 'habits.ordered'),
  (18, 'goal.set'),
  (19, 'plan.paused'),
  (20, 'plan.rested'),
  (21, 'plan.resumed'),
  (22, 'reminder.set'),
  (23, 'reminder.snoozed'),
  (24, 'reminder.skipped'),
  (25, 'hold.set'),
  (26, 'hold.ended'),
  (27, 'symptom.reported'),
  (28, 'followup.updated'),
  (29, 'badge.seen'),
  (30, 'level.seen'),
  (31, 'rules.adopted'),
  (32, 'erased');

-- ---- the journal ---------------------------------------------------------------------------------

-- Times are ms since 1970 UTC, offsets seconds east of UTC, days count from 1970-01-01. What mostly
-- follows from something else is kept as the difference, because a 0 or a NULL takes no room.
CREATE TABLE event (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  type INTEGER NOT NULL REFERENCES event_type (n),
  device INTEGER NOT NULL REFERENCES device (n),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  recorded_after_ms INTEGER NOT NULL,  -- recorded, minus the time in the id (0 in one without time)
  clock_lead INTEGER NOT NULL,  -- hybrid logical clock, minus recorded * 65536
  occurred_after_ms INTEGER,    -- occurred, minus recorded; NULL: on the day, no instant known
  zone INTEGER NOT NULL REFERENCES zone (n),
  offset_s INTEGER NOT NULL CHECK (offset_s BETWEEN -64800 AND 64800),
  occurred_offset_s INTEGER CHECK (occurred_offset_s BETWEEN -64800 AND 64800),
  day_start_min INTEGER NOT NULL CHECK (day_start_min BETWEEN 0 AND 720),
  civil_day INTEGER NOT NULL CHECK (civil_day BETWEEN 10956 AND 84006),
  recorded_day INTEGER CHECK (recorded_day <> civil_day),                 -- NULL: civil_day
  source INTEGER NOT NULL CHECK (source BETWEEN 0 AND 4),  -- manual, timer, widget, health, import
  root BLOB CHECK (length(root) = 16 AND root <> id),                     -- NULL: id
  supersedes BLOB CHECK (length(supersedes) > 0 AND length(supersedes) % 16 = 0),  -- ids, joined
  request_hash INTEGER NOT NULL,
  source_key INTEGER,           -- hash of source and source_id of a logged entry; NULL without one
  schema INTEGER NOT NULL CHECK (schema >= 1),
  payload TEXT NOT NULL CHECK (length(payload) >= 2),
  erased INTEGER NOT NULL CHECK (erased = 0 OR (erased = 1 AND payload = '{}')),
  -- 1: the time in the id tells neither the day nor the clock of the event (db/stray.h).
  stray INTEGER NOT NULL CHECK (stray IN (0, 1)),
  checksum INTEGER NOT NULL     -- CRC-32C of what the row means (db/event_row.cpp), signed
) STRICT, WITHOUT ROWID;

-- The days of all other events follow from their ids. Device, number and clock stand in the index
-- so that the end of the journal is found without visiting the events.
CREATE INDEX event_stray ON event (civil_day, stray, device, seq, recorded_after_ms, clock_lead)
  WHERE stray = 1;
CREATE INDEX event_root ON event (root) WHERE root IS NOT NULL;
CREATE INDEX event_source ON event (source_key) WHERE source_key IS NOT NULL;
CREATE INDEX event_setup ON event (type) WHERE type >= 10;

-- ---- derived: can be thrown away and rebuilt -----------------------------------------------------

-- What one habit gathered on one day. @source game-rules.md section 2.
CREATE TABLE day_row (
  day INTEGER NOT NULL,
  habit TEXT NOT NULL,
  on_time INTEGER NOT NULL,
  late INTEGER NOT NULL,
  old INTEGER NOT NULL,
  imported INTEGER NOT NULL,
  on_time_entries INTEGER NOT NULL,
  late_entries INTEGER NOT NULL,
  old_entries INTEGER NOT NULL,
  imported_entries INTEGER NOT NULL,
  brisk_s INTEGER NOT NULL,
  incline_s INTEGER NOT NULL,
  varied_s INTEGER NOT NULL,
  reps INTEGER NOT NULL,
  reps_seated INTEGER NOT NULL,
  reps_standing INTEGER NOT NULL,
  positions INTEGER NOT NULL,
  own_sets INTEGER NOT NULL,
  load_sets INTEGER NOT NULL,
  on_time_slots INTEGER NOT NULL,
  late_slots INTEGER NOT NULL,
  old_slots INTEGER NOT NULL,
  imported_slots INTEGER NOT NULL,
  logged_same_day INTEGER NOT NULL,
  paired_sessions INTEGER NOT NULL,
  offset_min_s INTEGER NOT NULL,
  offset_max_s INTEGER NOT NULL,
  -- What was there before a hold that began on the day; all NULL if none did.
  before_hold_on_time INTEGER,
  before_hold_late INTEGER,
  before_hold_old INTEGER,
  before_hold_imported INTEGER,
  before_hold_on_time_entries INTEGER,
  before_hold_late_entries INTEGER,
  before_hold_old_entries INTEGER,
  before_hold_imported_entries INTEGER,
  before_hold_on_time_slots INTEGER,
  before_hold_late_slots INTEGER,
  before_hold_old_slots INTEGER,
  before_hold_imported_slots INTEGER,
  PRIMARY KEY (day, habit)
) STRICT, WITHOUT ROWID;

-- From a clock reading on, events showed this offset.
CREATE TABLE offset_span (
  hlc INTEGER PRIMARY KEY,
  offset_s INTEGER NOT NULL
) STRICT;

-- What the file says about itself: 'device' (16 bytes), 'scrub' while erased content may linger.
CREATE TABLE meta (
  key TEXT PRIMARY KEY NOT NULL,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;
