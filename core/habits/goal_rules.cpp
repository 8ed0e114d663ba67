#include "core/habits/goal_rules.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "core/habits/status.h"

namespace soleus {
namespace {

// @source game-rules.md section 1, "Schedule kinds" (STRENGTH habits: weekly quota 1..3 only).
constexpr std::int32_t kMostQuota = 7;
constexpr std::int32_t kMostStrengthQuota = 3;
constexpr std::int32_t kMostEvery = 365;
// @source game-rules.md section 1 (range of a custom amount; seconds of a day).
constexpr std::int64_t kMostAmount = 1000000;
constexpr std::int64_t kSecondsPerDay = 86400;
constexpr std::int64_t kDaysPerWeek = 7;
// @source game-rules.md section 1 (today is allowed within 7 days of the habit's creation).
constexpr std::int32_t kNewHabitDays = 7;
constexpr std::int32_t kFarthestDays = 3653;

auto refuse(const char* field, std::string text) {
  return fail(Code::invalid_value, std::string("params.") + field, std::move(text));
}

Status check_schedule(HabitKind kind, Tag tag, const Schedule& schedule) {
  if ((kind == HabitKind::limit) != (schedule.type == ScheduleType::at_most)) {
    return refuse("schedule.type", "A limit goes with the schedule at_most, and only a limit.");
  }
  if (tag == Tag::strength && schedule.type != ScheduleType::weekly_quota) {
    return refuse("schedule.type",
                  "Strength habits take a weekly quota, so that muscles can rest.");
  }
  const std::int32_t most_quota = tag == Tag::strength ? kMostStrengthQuota : kMostQuota;
  switch (schedule.type) {
    case ScheduleType::weekdays:
      if (schedule.weekdays.empty())
        return refuse("schedule.weekdays", "Name at least one weekday.");
      break;
    case ScheduleType::weekly_quota:
      if (schedule.quota < 1 || schedule.quota > most_quota) {
        return refuse("schedule.q",
                      "The days a week must be between 1 and " + std::to_string(most_quota) + ".");
      }
      break;
    case ScheduleType::every_n_days:
      if (schedule.every < 1 || schedule.every > kMostEvery) {
        return refuse("schedule.n", "The days between must be between 1 and 365.");
      }
      break;
    case ScheduleType::daily:
    case ScheduleType::weekly_amount:
    case ScheduleType::at_most: break;
  }
  return {};
}

std::int64_t most_target(HabitKind kind, const Schedule& schedule) {
  if (kind == HabitKind::yes_no) {
    return schedule.type == ScheduleType::weekly_amount ? kDaysPerWeek : 1;
  }
  if (kind != HabitKind::duration_s) return kMostAmount;
  return schedule.type == ScheduleType::weekly_amount ? kDaysPerWeek * kSecondsPerDay
                                                      : kSecondsPerDay;
}

bool lower_target_only(const Goal& old_goal, const Goal& new_goal) {
  return old_goal.schedule == new_goal.schedule && new_goal.target < old_goal.target;
}

CivilDay week_start_from(const Setup& setup, CivilDay day) {
  const Week week = setup.weeks.week_of(day);
  return week.first == day ? day : week.last + 1;
}

}  // namespace

Status check_goal(HabitKind kind, Tag tag, const Goal& goal) {
  SOLEUS_TRY(check_schedule(kind, tag, goal.schedule));
  const std::int64_t least = kind == HabitKind::limit ? 0 : 1;
  const std::int64_t most = most_target(kind, goal.schedule);
  if (goal.target >= least && goal.target <= most) return {};
  if (least == most) return refuse("target", "A yes-or-no habit has the target 1.");
  return refuse("target", "The target must be between " + std::to_string(least) + " and " +
                              std::to_string(most) + ".");
}

Result<CivilDay> goal_from_day(const Setup& setup, const Habit& habit, const Goal& goal,
                               std::optional<CivilDay> asked, CivilDay today, bool logged_today) {
  const Goal& current = goal_on(habit, today);
  const bool young = habit.first_day && today - *habit.first_day < kNewHabitDays;
  const bool today_allowed = lower_target_only(current, goal) || !logged_today || young;
  const CivilDay earliest = today_allowed ? today : today + 1;
  if (asked && (*asked < earliest || *asked - today > kFarthestDays)) {
    return refuse("from_day", "A goal can change from " + iso_text(earliest) +
                                  " on: days that are over keep the goal they had.");
  }
  const CivilDay day = std::max(earliest, asked.value_or(earliest));
  const Schedule& before = goal_on(habit, day).schedule;
  const bool weekly_change =
      before.type != goal.schedule.type && (is_weekly(before) || is_weekly(goal.schedule));
  return weekly_change ? week_start_from(setup, day) : day;
}

Result<CivilDay> change_from_day(std::optional<CivilDay> asked, CivilDay today) {
  const CivilDay day = asked.value_or(today + 1);
  if (day <= today || day - today > kFarthestDays) {
    return refuse("from_day", "This can change from tomorrow on, and within ten years.");
  }
  return day;
}

}  // namespace soleus
