#include "core/calendar/week.h"

#include <cstdint>

namespace soleus {
namespace {

constexpr std::int32_t kDaysPerWeek = 7;

CivilDay last_such_day(CivilDay day, Weekday weekday) {
  const int back = static_cast<int>(weekday_of(day)) - static_cast<int>(weekday);
  return day - (back < 0 ? back + kDaysPerWeek : back);
}

}  // namespace

void Weeks::set(CivilDay from, Weekday weekday) { start_.set(from, weekday); }

Weekday Weeks::start_on(CivilDay day) const {
  const Weekday* weekday = start_.on(day);
  return weekday == nullptr ? Weekday::monday : *weekday;
}

CivilDay Weeks::first_of(CivilDay day) const {
  const auto* in_force = start_.change_on(day);
  if (in_force == nullptr) return last_such_day(day, Weekday::monday);
  const CivilDay regular = last_such_day(day, in_force->value);
  if (regular >= in_force->from) return regular;
  // The week before the change runs on until the new weekday comes, 7 days at the most.
  const CivilDay before = first_of(in_force->from - 1);
  return before + kDaysPerWeek <= day ? before + kDaysPerWeek : before;
}

Week Weeks::week_of(CivilDay day) const {
  const CivilDay first = first_of(day);
  CivilDay last = first;
  while (last - first < kDaysPerWeek - 1 && weekday_of(last + 1) != start_on(last + 1)) ++last;
  return {first, last};
}

}  // namespace soleus
