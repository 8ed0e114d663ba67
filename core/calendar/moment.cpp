#include "core/calendar/moment.h"

#include <cstddef>

#include "core/calendar/civil_day.h"

namespace soleus {
namespace {

constexpr std::size_t kMaxZoneBytes = 64;
constexpr std::size_t kMaxShifts = 16;

bool instant_in_range(std::int64_t utc_ms) {
  const std::int64_t day = floor_div(utc_ms, kMsPerDay);
  return day >= first_valid_day().days_since_1970() && day <= last_valid_day().days_since_1970();
}

bool offset_in_range(std::int32_t offset_s) {
  return offset_s >= -kMaxOffsetS && offset_s <= kMaxOffsetS;
}

}  // namespace

Status check_instant(std::int64_t utc_ms, std::int32_t offset_s, const std::string& field) {
  if (!instant_in_range(utc_ms)) {
    return fail(Code::invalid_value, field + ".utc_ms",
                "The time must lie in the years 2000 to 2199.");
  }
  if (!offset_in_range(offset_s)) {
    return fail(Code::invalid_value, field + ".offset_s",
                "The offset from UTC must be between -64800 and 64800 seconds.");
  }
  return {};
}

Status check_moment(const Moment& at) {
  SOLEUS_TRY(check_instant(at.utc_ms, at.offset_s, "at"));
  if (at.zone.size() > kMaxZoneBytes) {
    return fail(Code::invalid_value, "at.zone", "The zone name is longer than 64 bytes.");
  }
  if (at.shifts.size() > kMaxShifts) {
    return fail(Code::invalid_value, "at.shifts", "At most 16 offset changes can be given.");
  }
  for (const OffsetShift& shift : at.shifts) {
    SOLEUS_TRY(check_instant(shift.utc_ms, shift.offset_s, "at.shifts"));
  }
  return {};
}

std::int32_t wall_minute(std::int64_t utc_ms, std::int32_t offset_s) {
  const std::int64_t minute = floor_div(utc_ms + offset_s * kMsPerSecond, kMsPerMinute);
  return static_cast<std::int32_t>(minute - floor_div(minute, kMinutesPerDay) * kMinutesPerDay);
}

std::int32_t offset_at(const Moment& at, std::int64_t utc_ms) {
  std::int32_t offset_s = at.offset_s;
  std::int64_t latest = at.utc_ms;
  for (const OffsetShift& shift : at.shifts) {
    if (shift.utc_ms <= utc_ms && shift.utc_ms >= latest) {
      offset_s = shift.offset_s;
      latest = shift.utc_ms;
    }
  }
  return offset_s;
}

}  // namespace soleus
