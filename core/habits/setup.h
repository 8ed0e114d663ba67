#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/calendar/day_start.h"
#include "core/calendar/timeline.h"
#include "core/calendar/week.h"
#include "core/habits/values.h"
#include "core/journal/event.h"

namespace soleus {

/// A habit with everything the person has said about it over time.
struct Habit {
  HabitId id;
  std::string title;
  HabitKind kind = HabitKind::count;
  std::string unit;
  std::string group;
  Effort effort = Effort::small;
  bool built_in = false;
  std::optional<CivilDay> first_day;  // absent while nothing was ever written
  Goal first_goal;
  Tag first_tag = Tag::none;
  bool on_at_first = true;
  Timeline<Goal> goals;
  Timeline<Tag> tags;
  Timeline<bool> archived;
};

const Goal& goal_on(const Habit& habit, CivilDay day);
Tag tag_on(const Habit& habit, CivilDay day);
bool archived_on(const Habit& habit, CivilDay day);

/// A pause, from `from` through `to`.
struct PauseRange {
  EventId id;
  CivilDay from;
  std::optional<CivilDay> to;
  Scope scope;
};

/// A planned rest day: `day` once, or `weekdays` from `from` through `to`.
struct RestPlan {
  EventId id;
  CivilDay planned_on;
  CivilDay from;
  std::optional<CivilDay> to;
  WeekdaySet weekdays;  // empty: every day of the range, which is one day then
  Scope scope;
};

/// Everything the person has configured, folded from the setup events of the journal.
struct Setup {
  std::optional<EventId> profile;
  std::optional<CivilDay> first_day;
  DayStarts day_starts;
  Weeks weeks;
  Timeline<DeskWindow> desk_windows;
  Units units = Units::metric;
  bool quiet_mode = false;
  bool game_off = false;
  std::vector<Habit> habits;  // in the order to show them, archived ones included
  std::vector<PauseRange> pauses;
  std::vector<RestPlan> rests;
  std::vector<Hold> holds;
  std::vector<HabitId> deleted;      // erased for good
  std::vector<EventId> erased_rows;  // likewise, single events
  /// Answers that take the water goal away. @source game-rules.md section 1.
  std::array<Timeline<bool>, 3> water_limits;
};

/// `events`: all events but entries, in ruling order.
Setup setup_of(std::span<const Event> events);

/// Null for an unknown or deleted habit. @thread any; the pointer lives as long as `setup`.
const Habit* find_habit(const Setup& setup, const HabitId& habit);

DeskWindow desk_window_on(const Setup& setup, CivilDay day);

/// Whether the habit is part of `scope` on `day`.
bool in_scope(const Scope& scope, const Habit& habit, CivilDay day);

bool paused_on(const Setup& setup, const Habit& habit, CivilDay day);
bool resting_on(const Setup& setup, const Habit& habit, CivilDay day);

/// Whether the diary asks for the habit on `day` at all: begun, switched on, water not limited.
bool active_on(const Setup& setup, const Habit& habit, CivilDay day);

/// Days just outside a habit's life that count all the same if they are done: the day before the
/// first, and the day on which it was archived. @source game-rules.md section 1, "First day".
bool borderline_on(const Setup& setup, const Habit& habit, CivilDay day);

bool covers(const Hold& hold, CivilDay day);

/// A hold set by a clinical rule. @source game-rules.md section 3; clinical-spec.md section 3.3.
bool clinical(const Hold& hold);

}  // namespace soleus
