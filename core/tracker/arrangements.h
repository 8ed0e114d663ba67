#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/habits/setup.h"
#include "core/tracker/request.h"

// What the person arranges: habits, goals, plans, settings.
// @source protocol.md, habits.*, goals.set, plan.*, settings.*.
namespace soleus {

class Ledger;

/// A habit as it stands today.
struct HabitInfo {
  HabitId id;
  std::string title;
  HabitKind kind = HabitKind::count;
  std::string unit;
  Tag tag = Tag::none;
  Goal goal;                 // in force today
  std::optional<Goal> next;  // the one that follows, if one is set already
  bool archived = false;
  bool built_in = false;
  std::string group;
  Effort effort = Effort::small;
};

Result<std::vector<HabitInfo>> list_habits(Ledger& ledger, const Request& request,
                                           bool include_archived);

struct HabitCreate {
  std::string title;
  HabitKind kind = HabitKind::count;
  Goal goal;
  Tag tag = Tag::none;
  std::string group;
  Effort effort = Effort::small;
};

/// @errors invalid_value: title empty or over 80 characters, group over 40, a goal the kind cannot
/// have, or more than 100 habits.
Result<HabitInfo> create_habit(Ledger& ledger, const Request& request, const HabitCreate& create);

/// What is absent stays. A new tag acts from `from_day` (tomorrow if absent).
struct HabitUpdate {
  HabitId habit;
  std::optional<std::string> title;
  std::optional<std::string> group;
  std::optional<Effort> effort;
  std::optional<Tag> tag;
  std::optional<CivilDay> from_day;
};

/// @errors unknown_habit, invalid_value; unsupported: title, tag or effort of a built-in.
Result<HabitInfo> update_habit(Ledger& ledger, const Request& request, const HabitUpdate& update);

/// Puts a habit away, or brings it back; also switches on built-ins that are off at first.
Result<HabitInfo> archive_habit(Ledger& ledger, const Request& request, const HabitId& habit,
                                bool archived);

/// Shows habits in this order, the rest after them. @errors unknown_habit, invalid_value: one
/// twice.
Result<std::vector<HabitInfo>> order_habits(Ledger& ledger, const Request& request,
                                            const std::vector<HabitId>& ids);

/// Deletes a custom habit with all its entries for good.
/// @errors unknown_habit; unsupported: a built-in one; invalid_value: `confirm` is not its title.
Status delete_habit(Ledger& ledger, const Request& request, const HabitId& habit,
                    const std::string& confirm);

struct GoalChange {
  HabitId habit;
  std::int64_t target = 0;
  std::optional<Schedule> schedule;  // absent: as it is
  std::optional<CivilDay> from_day;
};

/// @errors unknown_habit, invalid_value.
Result<Goal> set_goal(Ledger& ledger, const Request& request, const GoalChange& change);

enum class RangeKind : std::uint8_t { pause, rest };
SOLEUS_NAMES(RangeKind, 2, "pause", "rest");

/// A pause, a rest day, or weekly rest days.
struct PlanRange {
  EventId id;
  RangeKind kind = RangeKind::pause;
  CivilDay from;
  std::optional<CivilDay> to;
  WeekdaySet weekdays;
  Scope scope;
};

struct PauseRequest {
  std::optional<CivilDay> from;  // today if absent; up to 7 days back
  std::optional<CivilDay> to;
  Scope scope;
};

/// @errors unknown_habit, invalid_value: from too far back, or to before from.
Result<std::vector<PlanRange>> plan_pause(Ledger& ledger, const Request& request,
                                          const PauseRequest& pause);

struct RestRequest {
  std::optional<CivilDay> day;
  WeekdaySet weekdays;
  Scope scope;  // empty: the strength habits
};

/// @errors unknown_habit, missing_field: neither day nor weekdays; invalid_value: day before today.
Result<std::vector<PlanRange>> plan_rest(Ledger& ledger, const Request& request,
                                         const RestRequest& rest);

/// Ends the pause or rest plan `range` from today on; without one, every pause in force today.
/// @errors not_found: there is none.
Result<std::vector<PlanRange>> plan_resume(Ledger& ledger, const Request& request,
                                           std::optional<EventId> range);

/// Everything from today on, by first day.
Result<std::vector<PlanRange>> plan_list(Ledger& ledger, const Request& request);

/// `next`: what a change already made will set it to, with the day it acts from.
template <class T>
struct Setting {
  T value{};
  std::optional<T> next;
  std::optional<CivilDay> next_from;
};

struct Settings {
  Setting<std::int32_t> day_start_min;
  Setting<Weekday> week_start;
  Setting<DeskWindow> desk_window;
  Units units = Units::metric;
  bool quiet_mode = false;
  bool game_off = false;
};

Result<Settings> get_settings(Ledger& ledger, const Request& request);

/// What is absent stays. Day start, week start and desk window act from `from_day`, which is
/// tomorrow if absent.
struct SettingsChange {
  std::optional<std::int32_t> day_start_min;
  std::optional<Weekday> week_start;
  std::optional<DeskWindow> desk_window;
  std::optional<Units> units;
  std::optional<bool> quiet_mode;
  std::optional<bool> game_off;
  std::optional<CivilDay> from_day;
};

/// @errors invalid_value: day_start_min outside 0..720, a desk window that is empty or not on
/// whole half hours, from_day before tomorrow.
Result<Settings> set_settings(Ledger& ledger, const Request& request, const SettingsChange& change);

}  // namespace soleus
