#include <algorithm>
#include <utility>
#include <variant>

#include "tests/support/reference_model.h"

namespace soleus::reference {

namespace {

std::int32_t floor_mod(std::int32_t a, std::int32_t n) { return ((a % n) + n) % n; }

CivilDay monday_of(CivilDay day) {
  while (weekday_of(day) != Weekday::monday) day = day - 1;
  return day;
}

}  // namespace

/// Each change of the day start in force at last, by effective day: the day under the new start if
/// the change has come by then, else the day as before, but never past the change.
/// @source design.md section 3.
CivilDay Model::day_of(std::int64_t utc_ms, std::int32_t offset_s) const {
  std::map<CivilDay, std::int32_t> changes;
  for (const Event* event : setup_) {
    const auto* set = std::get_if<SettingsSet>(&event->payload);
    if (set == nullptr || !set->day_start_min) continue;
    changes.erase(changes.lower_bound(set->from_day), changes.end());
    changes[set->from_day] = *set->day_start_min;
  }
  const auto day_under = [&](std::int32_t start_min) {
    const std::int64_t wall_ms = utc_ms + (std::int64_t{offset_s} - start_min * 60) * 1000;
    constexpr std::int64_t kDayMs = 86'400'000;
    return CivilDay{
        static_cast<std::int32_t>((wall_ms - ((wall_ms % kDayMs) + kDayMs) % kDayMs) / kDayMs)};
  };
  CivilDay day = day_under(0);
  for (const auto& [effective, start_min] : changes) {
    const CivilDay changed = day_under(start_min);
    day = changed >= effective ? changed : std::min(day, effective - 1);
  }
  return day;
}

/// Walks from the last Monday before any setting: a week starts on a day whose weekday is the
/// week start in force on that day, or 7 days after the last start.
CivilDay Model::week_first(CivilDay day) {
  const auto known = week_firsts_.find(day);
  if (known != week_firsts_.end()) return known->second;

  CivilDay earliest = day;
  for (const Event* event : setup_) {
    const auto* set = std::get_if<SettingsSet>(&event->payload);
    if (set != nullptr && set->week_start) earliest = std::min(earliest, set->from_day);
  }
  CivilDay last_start = monday_of(earliest - 1);
  for (CivilDay d = last_start + 1; d <= day; ++d) {
    if (weekday_of(d) == week_start(d) || d - last_start == 7) last_start = d;
  }
  week_firsts_[day] = last_start;
  return last_start;
}

CivilDay Model::week_last(CivilDay day) {
  CivilDay next = day + 1;
  while (week_first(next) != next) ++next;
  return next - 1;
}

bool Model::scheduled(const HabitId& habit, CivilDay day) const {
  const Goal& in_force = goal(habit, day);
  switch (in_force.schedule.type) {
    case ScheduleType::daily:
    case ScheduleType::at_most: return true;
    case ScheduleType::weekdays: return in_force.schedule.weekdays.has(weekday_of(day));
    case ScheduleType::every_n_days:
      return floor_mod(day - in_force.from_day, in_force.schedule.every) == 0;
    case ScheduleType::weekly_quota:
    case ScheduleType::weekly_amount: return false;
  }
  return false;
}

/// Adds up, stretch by stretch, the time whose civil day is `day` under the offset of the stretch.
bool Model::lived_short(CivilDay day) {
  const auto known = short_days_.find(day);
  if (known != short_days_.end()) return known->second;

  const auto wall_ms = [this](CivilDay d) {
    return std::int64_t{d.days_since_1970()} * 86'400'000 + std::int64_t{day_start_min(d)} * 60'000;
  };
  // Of two devices' events with one clock reading the larger offset comes last; no rule says which,
  // but it must not depend on the order of arrival.
  std::vector<std::pair<Hlc, std::int32_t>> seen;
  for (const Event& event : journal_) seen.emplace_back(event.hlc, event.offset_s);
  std::sort(seen.begin(), seen.end());

  const std::int64_t begin = wall_ms(day);
  const std::int64_t end = wall_ms(day + 1);
  std::int64_t lived_ms = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const std::int64_t offset_ms = std::int64_t{seen[i].second} * 1000;
    std::int64_t from = begin - offset_ms;
    std::int64_t to = end - offset_ms;
    if (i > 0) from = std::max(from, seen[i].first.utc_ms());
    if (i + 1 < seen.size()) to = std::min(to, seen[i + 1].first.utc_ms());
    if (to > from) lived_ms += to - from;
  }
  const bool is_short = lived_ms < 16LL * 60 * 60 * 1000;
  short_days_[day] = is_short;
  return is_short;
}

}  // namespace soleus::reference
