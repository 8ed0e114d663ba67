#include "db/stray.h"

#include <algorithm>
#include <cstdlib>

#include "core/calendar/day_start.h"

namespace soleus::db {
namespace {

constexpr std::int64_t kLastIdMs = (std::int64_t{1} << 48) - 1;

}  // namespace

bool is_stray(const Event& event) {
  const auto id_ms = event.id.value.utc_ms();
  return !id_ms || day_under(*id_ms, event.offset_s, event.day_start_min) != event.civil_day ||
         std::abs(event.hlc.utc_ms() - *id_ms) > kReachMs;
}

EventId first_id_at(std::int64_t utc_ms) {
  const auto ms = static_cast<std::uint64_t>(std::clamp<std::int64_t>(utc_ms, 0, kLastIdMs));
  EventId id;
  for (std::size_t i = 0; i < 6; ++i) {
    id.value.bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
  }
  return id;
}

// A day begins at the earliest on the easternmost clock at midnight, and ends at the latest on the
// westernmost one with the latest day start.
IdRange ids_of_days(CivilDay from, CivilDay to) {
  const std::int64_t begin = from.days_since_1970() * kMsPerDay - kMaxOffsetS * kMsPerSecond;
  const std::int64_t end = (std::int64_t{to.days_since_1970()} + 1) * kMsPerDay +
                           kMaxOffsetS * kMsPerSecond + kMaxDayStartMin * kMsPerMinute;
  return {first_id_at(begin), first_id_at(end)};
}

}  // namespace soleus::db
