#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/tracker/arrangements.h"
#include "core/tracker/ledger.h"
#include "core/tracker/log.h"
#include "core/tracker/merge.h"
#include "core/tracker/overview.h"
#include "tests/support/memory_store.h"

namespace soleus::testing {

/// "2026-11-20".
CivilDay day(std::string_view iso);

/// Entries as a person would say them.
Entry walk(std::int64_t minutes, Pace pace = Pace::unknown, Terrain terrain = Terrain::unknown);
Entry raises(std::int64_t sets, std::optional<Position> position = Position::seated,
             std::optional<std::int64_t> reps = 15);
Entry strength(std::int64_t sets);
Entry stretch(std::int64_t minutes);
Entry water(std::int64_t ml);
Entry custom(const HabitId& habit, std::int64_t amount);

/// A person with a diary and a wall clock. Every act must succeed unless a test asks for its error.
class Person {
 public:
  /// Noon on 2026-11-20 in Greenwich, with an empty diary.
  Person();

  /// Sets the clock: a wall time, under the present offset.
  Person& at(std::string_view iso_day, std::int32_t hour = 12, std::int32_t minute = 0);
  Person& at_utc(std::int64_t utc_ms, std::int32_t offset_s);
  Person& offset(std::int32_t offset_s);

  Request request() const;
  Request request(std::string_view id, std::uint64_t hash = 1) const;

  LoggedEntry log(const Entry& entry);
  LoggedEntry log_on(std::string_view iso_day, const Entry& entry);
  LoggedEntry log_from(Source source, std::string_view iso_day, const Entry& entry);
  Result<LogResult> try_log(LogAdd add);
  LoggedEntry amend(EventId entry, const Entry& values);
  LoggedEntry move(EventId entry, std::string_view iso_day);
  void remove(EventId entry);
  UndoResult undo();
  UndoResult redo();

  std::vector<LoggedEntry> entries(std::string_view from, std::string_view to);
  /// On any day, as the page of that day shows it.
  HabitStanding standing(const HabitId& habit, std::string_view iso_day);
  HabitStanding today(const HabitId& habit);
  DayStatus status(const HabitId& habit, std::string_view iso_day);
  /// The row as stored; empty if nothing was logged.
  DayRow row(const HabitId& habit, std::string_view iso_day);
  std::vector<HistoryBucket> history(const HabitId& habit, std::string_view from,
                                     std::string_view to, Bucket bucket);

  Goal set_goal(GoalChange change);
  HabitId create(HabitCreate create);
  /// A hold as the care rules will set it: an event about today.
  EventId hold(TagSet tags, HoldLevel level, std::string_view from,
               std::optional<std::string_view> to = std::nullopt);
  void end_hold(EventId hold);
  void set_profile(std::string_view code, bool value, std::string_view from_day);

  Moment& clock() { return now_; }
  Ledger& ledger() { return ledger_; }
  MemoryStore& store() { return store_; }

 private:
  EventId record(Payload payload);

  MemoryStore store_;
  Ledger ledger_;
  Moment now_;
};

}  // namespace soleus::testing
