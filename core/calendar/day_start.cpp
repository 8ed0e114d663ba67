#include "core/calendar/day_start.h"

#include <algorithm>

namespace soleus {

CivilDay day_under(std::int64_t utc_ms, std::int32_t offset_s, std::int32_t day_start_min) {
  const std::int64_t local_ms = utc_ms + offset_s * kMsPerSecond - day_start_min * kMsPerMinute;
  return CivilDay{static_cast<std::int32_t>(floor_div(local_ms, kMsPerDay))};
}

void DayStarts::set(CivilDay from, std::int32_t minutes) { minutes_.set(from, minutes); }

std::int32_t DayStarts::on(CivilDay day) const {
  const std::int32_t* minutes = minutes_.on(day);
  return minutes == nullptr ? 0 : *minutes;
}

std::int64_t DayStarts::begin_ms(CivilDay day, std::int32_t offset_s) const {
  return day.days_since_1970() * kMsPerDay + on(day) * kMsPerMinute - offset_s * kMsPerSecond;
}

// Newest change first: an instant that the newer start puts before the change's first day belongs
// to an older start, but never to a day the change already rules.
DayStarts::Placed DayStarts::place(std::int64_t utc_ms, std::int32_t offset_s) const {
  CivilDay cap = last_valid_day() + 2;
  const auto& changes = minutes_.changes();
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    const CivilDay day = day_under(utc_ms, offset_s, change->value);
    if (day >= change->from) return {std::min(day, cap), change->value};
    cap = std::min(cap, change->from - 1);
  }
  return {std::min(day_under(utc_ms, offset_s, 0), cap), 0};
}

CivilDay DayStarts::day_of(std::int64_t utc_ms, std::int32_t offset_s) const {
  return place(utc_ms, offset_s).day;
}

std::int32_t DayStarts::used_for(std::int64_t utc_ms, std::int32_t offset_s) const {
  return place(utc_ms, offset_s).minutes;
}

std::int64_t end_of_day(const DayStarts& starts, const Moment& at) {
  const CivilDay tomorrow = starts.day_of(at.utc_ms, at.offset_s) + 1;
  const auto ended = [&](std::int64_t utc_ms) {
    return starts.day_of(utc_ms, offset_at(at, utc_ms)) >= tomorrow;
  };
  // The day ends where tomorrow begins on the clock of then, or at the shift that skips that
  // moment; without shifts told, on today's clock.
  std::int64_t end = starts.begin_ms(tomorrow, at.offset_s);
  bool found = false;
  const auto consider = [&](std::int64_t utc_ms) {
    if (utc_ms <= at.utc_ms || !ended(utc_ms) || (found && utc_ms >= end)) return;
    end = utc_ms;
    found = true;
  };
  consider(end);
  for (const OffsetShift& shift : at.shifts) {
    consider(shift.utc_ms);
    consider(starts.begin_ms(tomorrow, shift.offset_s));
  }
  return end;
}

}  // namespace soleus
