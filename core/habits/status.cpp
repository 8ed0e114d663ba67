#include "core/habits/status.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "core/habits/contribution.h"
#include "core/habits/holds.h"

namespace soleus {
namespace {

constexpr std::int64_t kDaysPerWeek = 7;
/// @source game-rules.md section 7, S1.
constexpr int kMostCountedAWeek = 3;
/// @source game-rules.md section 3 (weekly amount: a day is done at ceil(target/14)).
constexpr std::int64_t kWeeklyAmountShare = 14;
/// @source game-rules.md section 3 (first or cut weeks with fewer days are neutral).
constexpr int kFewestDaysToJudge = 4;

std::int64_t divide_up(std::int64_t value, std::int64_t by) { return (value + by - 1) / by; }

bool under_rest_rule(const Habit& habit, CivilDay day) {
  return goal_on(habit, day).schedule.type == ScheduleType::weekly_quota &&
         tag_on(habit, day) == Tag::strength;
}

}  // namespace

const DayRow* RowWindow::find(CivilDay day, const HabitId& habit) const {
  const auto found = std::lower_bound(
      rows_.begin(), rows_.end(), std::tie(day, habit),
      [](const DayRow& row, const auto& key) { return std::tie(row.day, row.habit) < key; });
  return found != rows_.end() && found->day == day && found->habit == habit ? &*found : nullptr;
}

std::int64_t day_threshold(const Goal& goal) {
  return goal.schedule.type == ScheduleType::weekly_amount
             ? divide_up(goal.target, kWeeklyAmountShare)
             : goal.target;
}

std::int64_t day_target(const Goal& goal) {
  return goal.schedule.type == ScheduleType::weekly_amount ? divide_up(goal.target, kDaysPerWeek)
                                                           : goal.target;
}

bool is_weekly(const Schedule& schedule) {
  return schedule.type == ScheduleType::weekly_quota ||
         schedule.type == ScheduleType::weekly_amount;
}

bool scheduled_on(const Goal& goal, CivilDay day) {
  switch (goal.schedule.type) {
    case ScheduleType::daily:
    case ScheduleType::at_most: return true;
    case ScheduleType::weekdays: return goal.schedule.weekdays.has(weekday_of(day));
    case ScheduleType::every_n_days: return (day - goal.from_day) % goal.schedule.every == 0;
    case ScheduleType::weekly_quota:
    case ScheduleType::weekly_amount: break;
  }
  return false;
}

Standings::Standings(const Setup& setup, std::span<const OffsetSpan> spans, const RowWindow& window,
                     CivilDay as_of)
    : setup_(setup), spans_(spans), window_(window), as_of_(as_of) {}

Sums Standings::sums(const Habit& habit, CivilDay day) const {
  const DayRow* row = window_.find(day, habit.id);
  return row == nullptr ? Sums{} : sums_in(*row, desk_window_on(setup_, day));
}

Sums Standings::entries(const Habit& habit, CivilDay day) const {
  const DayRow* row = window_.find(day, habit.id);
  return row == nullptr ? Sums{} : row->entries;
}

// What counts toward the day's goal: under a hold nothing, on the day it begins what came before.
Sums Standings::effective(const Habit& habit, CivilDay day) const {
  switch (hold_state(setup_, habit, day)) {
    case HoldState::none: return sums(habit, day);
    case HoldState::begins: {
      const DayRow* row = window_.find(day, habit.id);
      return row == nullptr ? Sums{} : sums_before_hold(*row, desk_window_on(setup_, day));
    }
    case HoldState::held: break;
  }
  return {};
}

std::int64_t Standings::entries_counted(const Habit& habit, CivilDay day) const {
  const DayRow* row = window_.find(day, habit.id);
  if (row == nullptr) return 0;
  const bool begins = hold_state(setup_, habit, day) == HoldState::begins;
  if (!begins) return row->entries.counted();
  return row->before_hold ? row->before_hold->entries.counted() : 0;
}

bool Standings::lived_short(CivilDay day) const {
  return lived_ms(day, setup_.day_starts, spans_) < kShortDayMs;
}

bool Standings::reaches(const Habit& habit, CivilDay day) const {
  if (hold_state(setup_, habit, day) == HoldState::held) return false;
  const Goal goal = asked_goal(setup_, habit, day);
  const std::int64_t counted = effective(habit, day).counted();
  switch (goal.schedule.type) {
    case ScheduleType::at_most:
      return !open(day) && entries_counted(habit, day) > 0 && counted <= goal.target;
    case ScheduleType::weekly_quota:
      return tag_on(habit, day) == Tag::strength ? rested_count(habit, day)
                                                 : counted >= goal.target;
    case ScheduleType::weekly_amount:
    case ScheduleType::daily:
    case ScheduleType::weekdays:
    case ScheduleType::every_n_days: break;
  }
  return counted >= day_threshold(goal);
}

DayStatus Standings::day(const Habit& habit, CivilDay day) const {
  if (!active_on(setup_, habit, day)) {
    return borderline_on(setup_, habit, day) && reaches(habit, day) ? DayStatus::done
                                                                    : DayStatus::none;
  }
  if (held(habit, day)) {
    return reaches(habit, day) ? DayStatus::done : DayStatus::hold;
  }
  if (reaches(habit, day)) return DayStatus::done;
  // A limit is judged by the whole day, so row 2 decides it while the day is open.
  const bool is_limit = goal_on(habit, day).schedule.type == ScheduleType::at_most;
  if (is_limit && open(day)) return DayStatus::open;
  if (paused_on(setup_, habit, day) || clinical_hold_on(setup_, day)) return DayStatus::paused;
  if (resting_on(setup_, habit, day)) return DayStatus::rest;
  if (!scheduled_on(goal_on(habit, day), day)) return DayStatus::off;
  if (lived_short(day)) return DayStatus::short_day;
  return open(day) ? DayStatus::open : DayStatus::missed;
}

bool Standings::rest_rule_candidate(const Habit& habit, CivilDay day) const {
  if (!under_rest_rule(habit, day)) return false;
  if (!active_on(setup_, habit, day) && !borderline_on(setup_, habit, day)) return false;
  return effective(habit, day).counted() >= asked_goal(setup_, habit, day).target;
}

bool Standings::rested_count(const Habit& habit, CivilDay day) const {
  auto known = counted_.find(habit.id);
  if (known == counted_.end()) {
    known = counted_.emplace(habit.id, choose_counted(habit)).first;
  }
  return std::binary_search(known->second.begin(), known->second.end(), day);
}

// Two passes, each in day order: first the days done on time that rest since the day before, then
// those that needed late entries and have rest on both sides; three a week at the most.
std::vector<CivilDay> Standings::choose_counted(const Habit& habit) const {
  std::vector<CivilDay> chosen;
  const auto is_chosen = [&](CivilDay day) {
    return std::find(chosen.begin(), chosen.end(), day) != chosen.end();
  };
  const auto room_in_week = [&](CivilDay day) {
    const Week week = setup_.weeks.week_of(day);
    return std::count_if(chosen.begin(), chosen.end(), [&](CivilDay d) {
             return d >= week.first && d <= week.last;
           }) < kMostCountedAWeek;
  };
  std::vector<CivilDay> late;
  for (const DayRow& row : window_.rows()) {
    if (row.habit != habit.id || !rest_rule_candidate(habit, row.day)) continue;
    const bool on_time =
        effective(habit, row.day)[Lateness::on_time] >= asked_goal(setup_, habit, row.day).target;
    if (!on_time) {
      late.push_back(row.day);
    } else if (!is_chosen(row.day - 1) && room_in_week(row.day)) {
      chosen.push_back(row.day);
    }
  }
  for (const CivilDay day : late) {
    if (!is_chosen(day - 1) && !is_chosen(day + 1) && room_in_week(day)) chosen.push_back(day);
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

bool Standings::held(const Habit& habit, CivilDay day) const {
  return hold_state(setup_, habit, day) != HoldState::none;
}

// A day the week's need is reckoned from, whatever is logged on it.
bool Standings::in_week_length(const Habit& habit, CivilDay day) const {
  const bool exists =
      active_on(setup_, habit, day) || (borderline_on(setup_, habit, day) && reaches(habit, day));
  return exists && !held(habit, day) && !paused_on(setup_, habit, day) &&
         !clinical_hold_on(setup_, day) && !lived_short(day);
}

DayStatus Standings::neutral_word(const Habit& habit, const Week& week) const {
  DayStatus word = DayStatus::none;
  for (CivilDay d = week.first; d <= week.last; ++d) {
    if (day(habit, d) == DayStatus::none) continue;
    if (held(habit, d)) return DayStatus::hold;
    if (paused_on(setup_, habit, d) || clinical_hold_on(setup_, d)) {
      word = DayStatus::paused;
    } else if (word == DayStatus::none && lived_short(d)) {
      word = DayStatus::short_day;
    }
  }
  return word;
}

bool Standings::may_be_too_short(const Habit& habit, const Week& week) const {
  if (week.last - week.first + 1 < kDaysPerWeek) return true;
  CivilDay first = *habit.first_day;
  if (day(habit, first - 1) == DayStatus::done) first = first - 1;
  return first >= week.first && first <= week.last;
}

std::optional<WeekStanding> Standings::week(const Habit& habit, CivilDay any_day) const {
  const Week week = setup_.weeks.week_of(any_day);
  const Goal goal = asked_goal(setup_, habit, week.last);
  if (!is_weekly(goal.schedule)) return std::nullopt;
  const bool quota = goal.schedule.type == ScheduleType::weekly_quota;

  WeekStanding standing;
  int length = 0;
  bool any_hold = false;
  bool any_day_exists = false;
  for (CivilDay d = week.first; d <= week.last; ++d) {
    const DayStatus status = day(habit, d);
    any_hold = any_hold || (status != DayStatus::none && held(habit, d));
    any_day_exists = any_day_exists || status != DayStatus::none;
    if (in_week_length(habit, d)) ++length;
    if (quota) {
      standing.have += status == DayStatus::done ? 1 : 0;
    } else if (status != DayStatus::hold && status != DayStatus::none) {
      standing.have += effective(habit, d).counted();
    }
  }
  if (!any_day_exists) return standing;
  if (length == 0) {
    standing.status = neutral_word(habit, week);
    return standing;
  }
  const std::int64_t full = quota ? goal.schedule.quota : goal.target;
  standing.need = std::max<std::int64_t>(1, divide_up(full * length, kDaysPerWeek));
  if (standing.have >= standing.need) {
    standing.status = DayStatus::done;
  } else if (as_of_ <= week.last + 1) {
    standing.status = DayStatus::open;
  } else if (any_hold) {
    standing.status = DayStatus::hold;
  } else if (length < kFewestDaysToJudge && may_be_too_short(habit, week)) {
    standing.status = DayStatus::short_day;
  } else {
    standing.status = DayStatus::missed;
  }
  return standing;
}

}  // namespace soleus
