#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/hlc.h"
#include "core/base/ids.h"
#include "core/calendar/civil_day.h"
#include "core/journal/entry.h"
#include "core/journal/vocabulary.h"

// The journal is the only truth: append-only events; everything else is derived from them and can
// be thrown away. @source design.md section 3.
namespace soleus {

// ---- entries --------------------------------------------------------------------------------

struct EntryLogged {
  Entry entry;
  friend bool operator==(const EntryLogged&, const EntryLogged&) = default;
};

/// A version of an entry with its full new values. An undo or redo is such a version too and
/// names the add, amend or remove it takes back or does again.
struct EntryAmended {
  Entry entry;
  std::optional<EventId> undoes;
  std::optional<EventId> redoes;
  friend bool operator==(const EntryAmended&, const EntryAmended&) = default;
};

struct EntryRemoved {
  HabitId habit;
  std::optional<EventId> undoes;
  std::optional<EventId> redoes;
  friend bool operator==(const EntryRemoved&, const EntryRemoved&) = default;
};

// ---- the person -----------------------------------------------------------------------------

/// Written with the first command that writes; its id is the profile's id.
struct ProfileCreated {
  friend bool operator==(const ProfileCreated&, const ProfileCreated&) = default;
};

/// One answer about the person or a leg: a code of clinical-spec.md section 1 and its value as
/// told. Half-centimetre things are kept as tenths, so no value is a fraction.
struct Answer {
  std::string code;
  std::variant<bool, std::int64_t, std::string> value;
  std::optional<Side> leg;
  friend bool operator==(const Answer&, const Answer&) = default;
};

struct ProfileSet {
  CivilDay from_day;
  std::vector<Answer> answers;
  friend bool operator==(const ProfileSet&, const ProfileSet&) = default;
};

/// The person is now in the event's zone; for shells that want to tell without logging anything.
struct ZoneSeen {
  friend bool operator==(const ZoneSeen&, const ZoneSeen&) = default;
};

/// What is absent stays as it was. Day start, week start and desk window act from `from_day`.
struct SettingsSet {
  CivilDay from_day;
  std::optional<std::int32_t> day_start_min;
  std::optional<Weekday> week_start;
  std::optional<DeskWindow> desk_window;
  std::optional<Units> units;
  std::optional<bool> quiet_mode;
  std::optional<bool> game_off;
  friend bool operator==(const SettingsSet&, const SettingsSet&) = default;
};

// ---- habits, goals, plans -------------------------------------------------------------------

/// A custom habit; its id is the text of the event's id.
struct HabitCreated {
  std::string title;
  HabitKind kind = HabitKind::count;
  Tag tag = Tag::none;
  std::string group;
  Effort effort = Effort::small;
  Goal goal;
  friend bool operator==(const HabitCreated&, const HabitCreated&) = default;
};

/// What is absent stays as it was. A changed tag acts from `from_day`.
struct HabitUpdated {
  HabitId habit;
  CivilDay from_day;
  std::optional<std::string> title;
  std::optional<std::string> group;
  std::optional<Effort> effort;
  std::optional<Tag> tag;
  friend bool operator==(const HabitUpdated&, const HabitUpdated&) = default;
};

struct HabitArchived {
  HabitId habit;
  bool archived = true;
  friend bool operator==(const HabitArchived&, const HabitArchived&) = default;
};

struct HabitsOrdered {
  std::vector<HabitId> habits;
  friend bool operator==(const HabitsOrdered&, const HabitsOrdered&) = default;
};

struct GoalSet {
  HabitId habit;
  Goal goal;
  friend bool operator==(const GoalSet&, const GoalSet&) = default;
};

/// A pause from `from` through `to`, without end while `to` is absent.
struct PlanPaused {
  CivilDay from;
  std::optional<CivilDay> to;
  Scope scope;
  friend bool operator==(const PlanPaused&, const PlanPaused&) = default;
};

/// A rest day planned once, or every week on `weekdays` from the event's day on.
struct PlanRested {
  std::optional<CivilDay> day;
  WeekdaySet weekdays;
  Scope scope;
  friend bool operator==(const PlanRested&, const PlanRested&) = default;
};

/// The named pauses and weekly rest days end with the day before `from`.
struct PlanResumed {
  CivilDay from;
  std::vector<EventId> ranges;
  friend bool operator==(const PlanResumed&, const PlanResumed&) = default;
};

// ---- reminders ------------------------------------------------------------------------------

/// @units minutes after midnight for times and windows.
struct ReminderSet {
  std::string subject;  // a habit id or a reminder kind
  std::vector<std::int32_t> times_min;
  WeekdaySet weekdays;
  std::optional<std::int32_t> every_s;
  std::optional<DeskWindow> window;
  std::optional<DeskWindow> quiet_hours;
  friend bool operator==(const ReminderSet&, const ReminderSet&) = default;
};

struct ReminderSnoozed {
  std::string reminder;
  std::int32_t minutes = 0;
  friend bool operator==(const ReminderSnoozed&, const ReminderSnoozed&) = default;
};

struct ReminderSkipped {
  std::string reminder;
  friend bool operator==(const ReminderSkipped&, const ReminderSkipped&) = default;
};

// ---- holds, symptoms, follow-ups ------------------------------------------------------------

/// The tags rest from the event's day (a later `from` for a hold set ahead) through `to`.
struct HoldSet {
  TagSet tags;
  HoldLevel level = HoldLevel::user;
  CivilDay from;
  std::optional<CivilDay> to;
  std::optional<EventId> report;
  friend bool operator==(const HoldSet&, const HoldSet&) = default;
};

struct HoldEnded {
  EventId hold;
  friend bool operator==(const HoldEnded&, const HoldEnded&) = default;
};

/// A report with what was asked, answered and shown, so that it can be read years later.
/// @source clinical-spec.md sections 4 and 5; design.md section 7.
struct SymptomReported {
  std::vector<Answer> answers;
  std::string rule_set;
  std::string rule_hash;
  std::string urgency;
  std::vector<std::string> fired;
  std::optional<std::int64_t> deadline_utc_ms;
  std::vector<std::string> shown;
  std::string language;
  std::string note;
  bool invalid_partial = false;
  friend bool operator==(const SymptomReported&, const SymptomReported&) = default;
};

struct FollowUpUpdated {
  EventId report;
  std::string state;
  std::vector<Answer> answers;
  friend bool operator==(const FollowUpUpdated&, const FollowUpUpdated&) = default;
};

// ---- the game -------------------------------------------------------------------------------

struct BadgeSeen {
  std::string badge;
  friend bool operator==(const BadgeSeen&, const BadgeSeen&) = default;
};

struct LevelSeen {
  std::int32_t level = 0;
  friend bool operator==(const LevelSeen&, const LevelSeen&) = default;
};

struct RulesAdopted {
  std::int32_t version = 1;
  CivilDay from_day;
  friend bool operator==(const RulesAdopted&, const RulesAdopted&) = default;
};

// ---- erasing, and what a newer Soleus wrote -------------------------------------------------

/// Content gone for good: the habit with all its entries, or the named rows.
/// @source design.md section 3, "Erasing is an event".
struct Erased {
  std::optional<HabitId> habit;
  std::vector<EventId> rows;
  friend bool operator==(const Erased&, const Erased&) = default;
};

/// Stands where an erased event's content was; `type` still tells what it had been.
struct ErasedContent {
  std::string type;
  friend bool operator==(const ErasedContent&, const ErasedContent&) = default;
};

/// An event of a type, or of a schema, this version does not know: kept, relayed, ignored.
struct UnknownPayload {
  std::string type;
  std::int32_t schema = 1;
  std::string json;
  friend bool operator==(const UnknownPayload&, const UnknownPayload&) = default;
};

using Payload =
    std::variant<EntryLogged, EntryAmended, EntryRemoved, ProfileCreated, ProfileSet, ZoneSeen,
                 SettingsSet, HabitCreated, HabitUpdated, HabitArchived, HabitsOrdered, GoalSet,
                 PlanPaused, PlanRested, PlanResumed, ReminderSet, ReminderSnoozed, ReminderSkipped,
                 HoldSet, HoldEnded, SymptomReported, FollowUpUpdated, BadgeSeen, LevelSeen,
                 RulesAdopted, Erased, ErasedContent, UnknownPayload>;

/// The stored name of the payload's type, e.g. "entry.logged".
std::string_view type_name(const Payload& payload);

/// True for the three entry types, erased or not: what belongs to the habit diary itself.
bool is_entry(const Payload& payload);

/// One thing that happened, as recorded; never changed afterwards (erasing excepted).
struct Event {
  EventId id;
  DeviceId device;
  std::int64_t seq = 0;  // counts the device's events from 1
  Hlc hlc;
  std::int64_t recorded_ms = 0;                   // UTC
  std::optional<std::int64_t> occurred_ms;        // UTC, the moment the activity ended
  std::string zone;                               // as given by the shell, for display only
  std::int32_t offset_s = 0;                      // of the wall clock when recorded
  std::optional<std::int32_t> occurred_offset_s;  // if another one held at occurred_ms
  std::int32_t day_start_min = 0;                 // as it was in force
  CivilDay civil_day;                             // the day it belongs to, for ever
  CivilDay recorded_day;                          // the day it was told on, for ever
  Source source = Source::manual;
  EventId root;  // the entry's first event; the event itself for all else
  std::vector<EventId> supersedes;
  std::uint64_t request_hash = 0;
  Payload payload;

  friend bool operator==(const Event&, const Event&) = default;
};

/// True if `b` rules over `a`: by clock, then device, then id.
inline bool ruled_by(const Event& a, const Event& b) {
  return std::tie(a.hlc, a.device, a.id) < std::tie(b.hlc, b.device, b.id);
}

}  // namespace soleus
