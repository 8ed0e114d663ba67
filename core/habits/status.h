#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/calendar/lived_time.h"
#include "core/habits/setup.h"
#include "core/habits/values.h"

namespace soleus {

/// Day rows of a stretch of days, by day and habit.
class RowWindow {
 public:
  RowWindow() = default;
  /// `rows` ascend by day, then habit (as Store::rows gives them).
  RowWindow(CivilDay from, CivilDay to, std::vector<DayRow> rows)
      : from_(from), to_(to), rows_(std::move(rows)) {}

  CivilDay from() const { return from_; }
  CivilDay to() const { return to_; }
  std::span<const DayRow> rows() const { return rows_; }
  /// Null where nothing was logged.
  const DayRow* find(CivilDay day, const HabitId& habit) const;

 private:
  CivilDay from_;
  CivilDay to_;
  std::vector<DayRow> rows_;
};

/// Where habits stand on days and in weeks, as of a day: game-rules.md section 3, row by row.
/// Pure: reads only what it is given. @thread not shared; what it refers to must outlive it.
class Standings {
 public:
  /// `window` must reach from before the first week asked for (how far: rest_rule_candidate) to the
  /// day after the last week asked for.
  Standings(const Setup& setup, std::span<const OffsetSpan> spans, const RowWindow& window,
            CivilDay as_of);

  /// What was logged for the habit on that day.
  Sums sums(const Habit& habit, CivilDay day) const;

  /// How many entries that was.
  Sums entries(const Habit& habit, CivilDay day) const;

  DayStatus day(const Habit& habit, CivilDay day) const;

  /// Absent if the goal of the week's last day is not a weekly one.
  std::optional<WeekStanding> week(const Habit& habit, CivilDay any_day) const;

  /// Whether the rest rule may count `day`. The choice of days is independent of what came before
  /// where a week starts after a day that is no candidate: a window may begin there.
  /// @source game-rules.md section 7, S1.
  bool rest_rule_candidate(const Habit& habit, CivilDay day) const;

 private:
  bool open(CivilDay day) const { return as_of_ <= day + 1; }
  bool lived_short(CivilDay day) const;
  Sums effective(const Habit& habit, CivilDay day) const;
  std::int64_t entries_counted(const Habit& habit, CivilDay day) const;
  bool reaches(const Habit& habit, CivilDay day) const;
  bool rested_count(const Habit& habit, CivilDay day) const;
  std::vector<CivilDay> choose_counted(const Habit& habit) const;
  bool held(const Habit& habit, CivilDay day) const;
  bool in_week_length(const Habit& habit, CivilDay day) const;
  DayStatus neutral_word(const Habit& habit, const Week& week) const;
  bool may_be_too_short(const Habit& habit, const Week& week) const;

  const Setup& setup_;
  std::span<const OffsetSpan> spans_;
  const RowWindow& window_;
  CivilDay as_of_;
  mutable std::map<HabitId, std::vector<CivilDay>> counted_;  // chosen by the rest rule, per habit
};

/// The amount at which a day of a weekly habit counts as done. @source game-rules.md section 3.
std::int64_t day_threshold(const Goal& goal);

/// What a day is measured against: a weekly amount's even share, or the target itself.
/// @source game-rules.md section 2 ("Day targets of weekly goals").
std::int64_t day_target(const Goal& goal);

/// Whether the schedule asks for `day`. @source game-rules.md section 1, "Schedule kinds".
bool scheduled_on(const Goal& goal, CivilDay day);

bool is_weekly(const Schedule& schedule);

}  // namespace soleus
