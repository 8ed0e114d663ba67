#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace soleus {

constexpr std::int64_t kMsPerSecond = 1000;
constexpr std::int64_t kMsPerMinute = 60 * kMsPerSecond;
constexpr std::int64_t kMsPerHour = 60 * kMsPerMinute;
constexpr std::int64_t kMsPerDay = 24 * kMsPerHour;
constexpr std::int32_t kMinutesPerDay = 24 * 60;

/// The largest distance from UTC a wall clock may show. @units s. @source design.md section 3.
constexpr std::int32_t kMaxOffsetS = 64800;

/// A change of the zone's offset from UTC that is still ahead.
struct OffsetShift {
  std::int64_t utc_ms = 0;
  std::int32_t offset_s = 0;
  friend bool operator==(const OffsetShift&, const OffsetShift&) = default;
};

/// "Now" as the shell tells it with every request; the core never asks for the time itself.
/// @units utc_ms: ms since 1970; offset_s: seconds east of UTC. @source protocol.md, "Envelope".
struct Moment {
  std::int64_t utc_ms = 0;
  std::int32_t offset_s = 0;
  std::string zone;
  std::vector<OffsetShift> shifts;
};

/// @errors invalid_value: utc_ms outside 2000..2199, an offset past kMaxOffsetS, a zone name over
/// 64 bytes, or more than 16 shifts.
Status check_moment(const Moment& at);

/// The same for one instant; `field` is its path in the request.
Status check_instant(std::int64_t utc_ms, std::int32_t offset_s, const std::string& field);

/// Minute of the day on the wall clock, 0..1439.
std::int32_t wall_minute(std::int64_t utc_ms, std::int32_t offset_s);

/// The offset in force at `utc_ms` as far as `at` tells.
std::int32_t offset_at(const Moment& at, std::int64_t utc_ms);

/// Division that rounds toward minus infinity; `divisor` > 0.
constexpr std::int64_t floor_div(std::int64_t value, std::int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

}  // namespace soleus
