#include <algorithm>
#include <string>

#include "tests/support/reference_model.h"

namespace soleus::reference {

namespace {

bool weekly(ScheduleType type) {
  return type == ScheduleType::weekly_quota || type == ScheduleType::weekly_amount;
}

std::int64_t divided_up(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

}  // namespace

/// What may count on the day: on the day a hold begins only what preceded it.
Model::Gathered Model::gathered(const HabitId& habit, CivilDay day) const {
  const auto at = rows_.find({day, habit});
  if (at == rows_.end()) return {};
  const DayRow& row = at->second;
  const bool desk = habit == HabitId{"desk_breaks"};
  if (cover(habit, day) == Cover::begins) {
    const DayRow::BeforeHold& before = *row.before_hold;
    return {desk ? slots_in_window(before.slots, day) : before.sums, before.entries};
  }
  return {sums(habit, day), row.entries};
}

/// False where the day is NONE whatever is logged on it.
bool Model::could_live(const HabitId& habit, CivilDay day) const {
  const auto at = beginnings_.find(habit);
  if (at == beginnings_.end() || !at->second.first_day || deleted_.count(habit) != 0) return false;
  if (day < *at->second.first_day - 1) return false;
  if (habit == HabitId{"water"} && water_forbidden(day)) return false;
  return !archived(habit, day) || !archived(habit, day - 1);
}

/// S1: the days of a strength habit that count, chosen over its whole history.
const std::set<CivilDay>& Model::strength_days(const HabitId& habit) {
  const auto known = strength_days_.find(habit);
  if (known != strength_days_.end()) return known->second;

  std::vector<CivilDay> on_time;
  std::vector<CivilDay> needs_late;
  for (const auto& [key, row] : rows_) {
    const CivilDay day = key.first;
    if (key.second != habit || !could_live(habit, day)) continue;
    if (goal(habit, day).schedule.type != ScheduleType::weekly_quota) continue;
    if (tag(habit, day) != Tag::strength || cover(habit, day) == Cover::since_earlier) continue;
    const Sums day_sums = gathered(habit, day).sums;
    const std::int64_t threshold = target_in_force(habit, day);
    if (day_sums[Lateness::on_time] >= threshold) {
      on_time.push_back(day);
    } else if (day_sums.counted() >= threshold) {
      needs_late.push_back(day);
    }
  }

  std::set<CivilDay>& chosen = strength_days_[habit];
  const auto room_in_week = [&](CivilDay day) {
    int in_week = 0;
    for (const CivilDay other : chosen) {
      if (week_first(other) == week_first(day)) ++in_week;
    }
    return in_week < 3;
  };
  for (const CivilDay day : on_time) {
    if (chosen.count(day - 1) == 0 && room_in_week(day)) chosen.insert(day);
  }
  for (const CivilDay day : needs_late) {
    const bool rested = chosen.count(day - 1) == 0 && chosen.count(day + 1) == 0;
    if (rested && room_in_week(day)) chosen.insert(day);
  }
  return chosen;
}

bool Model::done(const HabitId& habit, CivilDay day, CivilDay as_of) {
  const Gathered told = gathered(habit, day);
  const std::int64_t wanted = target_in_force(habit, day);
  switch (goal(habit, day).schedule.type) {
    case ScheduleType::daily:
    case ScheduleType::weekdays:
    case ScheduleType::every_n_days: return told.sums.counted() >= wanted;
    case ScheduleType::at_most:
      return as_of > day + 1 && told.entries.counted() > 0 && told.sums.counted() <= wanted;
    case ScheduleType::weekly_amount: return told.sums.counted() >= divided_up(wanted, 14);
    case ScheduleType::weekly_quota:
      if (tag(habit, day) == Tag::strength) return strength_days(habit).count(day) != 0;
      return told.sums.counted() >= wanted;
  }
  return false;
}

/// The list of game-rules.md section 3, from the top.
DayStatus Model::status_when_active(const HabitId& habit, CivilDay day, CivilDay as_of) {
  const Cover held = cover(habit, day);
  if (held == Cover::since_earlier) return DayStatus::hold;
  const bool is_done = done(habit, day, as_of);
  if (held == Cover::begins) return is_done ? DayStatus::done : DayStatus::hold;
  if (is_done) return DayStatus::done;

  const ScheduleType type = goal(habit, day).schedule.type;
  const bool settled = as_of > day + 1;
  if (type == ScheduleType::at_most && !settled) return DayStatus::open;
  if (paused(habit, day)) return DayStatus::paused;
  if (rest_planned(habit, day)) return DayStatus::rest;
  if (!scheduled(habit, day)) return DayStatus::off;
  if (lived_short(day)) return DayStatus::short_day;
  return settled ? DayStatus::missed : DayStatus::open;
}

DayStatus Model::judge(const HabitId& habit, CivilDay day, CivilDay as_of) {
  if (!could_live(habit, day)) return DayStatus::none;
  const DayStatus active = status_when_active(habit, day, as_of);
  const bool only_if_done = day < *beginnings_.at(habit).first_day || archived(habit, day);
  if (only_if_done && active != DayStatus::done) return DayStatus::none;
  return active;
}

/// The day before the habit began is its first if it is DONE.
CivilDay Model::first_day(const HabitId& habit, CivilDay as_of) {
  const CivilDay began = *beginnings_.at(habit).first_day;
  return judge(habit, began - 1, as_of) == DayStatus::done ? began - 1 : began;
}

WeekStanding Model::judge_week(const HabitId& habit, CivilDay first, CivilDay last,
                               CivilDay as_of) {
  const Goal& in_force = goal(habit, last);
  const bool quota = in_force.schedule.type == ScheduleType::weekly_quota;

  std::int64_t available = 0;
  std::int64_t done_days = 0;
  std::int64_t amount = 0;
  bool any_hold = false;
  bool any_pause = false;
  bool any_short = false;
  for (CivilDay day = first; day <= last; ++day) {
    const DayStatus status = judge(habit, day, as_of);
    if (status == DayStatus::none) continue;  // a day that is nothing to the habit tells nothing
    const bool is_paused = paused(habit, day);
    const bool is_short = lived_short(day);
    if (cover(habit, day) != Cover::none) any_hold = true;
    if (is_paused) any_pause = true;
    if (is_short) any_short = true;
    if (status == DayStatus::done) ++done_days;
    if (status != DayStatus::hold) amount += gathered(habit, day).sums.counted();
    if (cover(habit, day) == Cover::none && !is_paused && !is_short) ++available;
  }

  WeekStanding standing;
  const std::int64_t whole = quota ? in_force.schedule.quota : target_in_force(habit, last);
  if (available > 0) standing.need = std::max<std::int64_t>(1, divided_up(whole * available, 7));
  standing.have = quota ? done_days : amount;

  const CivilDay began = first_day(habit, as_of);
  const bool first_week = first <= began && began <= last;
  if (last < began) {
    standing.status = DayStatus::none;
  } else if (available == 0) {
    standing.status = any_hold    ? DayStatus::hold
                      : any_pause ? DayStatus::paused
                      : any_short ? DayStatus::short_day
                                  : DayStatus::none;
  } else if (standing.have >= standing.need) {
    standing.status = DayStatus::done;
  } else if (as_of <= last + 1) {
    standing.status = DayStatus::open;
  } else if (any_hold) {
    standing.status = DayStatus::hold;
  } else if (available < 4 && (first_week || last - first + 1 < 7)) {
    standing.status = DayStatus::short_day;
  } else {
    standing.status = DayStatus::missed;
  }
  return standing;
}

DayStatus Model::status(const HabitId& habit, CivilDay day, CivilDay as_of) {
  const DayStatus status = judge(habit, day, as_of);
  ++decided[std::string{name_of(status)}];
  return status;
}

std::optional<WeekStanding> Model::week(const HabitId& habit, CivilDay any_day, CivilDay as_of) {
  if (beginnings_.count(habit) == 0 || deleted_.count(habit) != 0) return std::nullopt;
  const CivilDay last = week_last(any_day);
  if (!weekly(goal(habit, last).schedule.type)) return std::nullopt;
  WeekStanding standing;  // none while nothing was ever written
  if (beginnings_.at(habit).first_day) {
    standing = judge_week(habit, week_first(any_day), last, as_of);
  }
  ++decided["week." + std::string{name_of(standing.status)}];
  return standing;
}

}  // namespace soleus::reference
