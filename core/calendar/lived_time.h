#pragma once

#include <cstdint>
#include <span>

#include "core/base/hlc.h"
#include "core/calendar/civil_day.h"
#include "core/calendar/day_start.h"

namespace soleus {

/// From `since` on, events showed this offset.
struct OffsetSpan {
  Hlc since;
  std::int32_t offset_s = 0;
  friend bool operator==(const OffsetSpan&, const OffsetSpan&) = default;
};

/// How much time `day` had for this person: the UTC time whose civil day it is under the offsets
/// and day starts seen. `spans` ascend; the first also covers all before it, the last all after.
/// @units ms. @source game-rules.md section 3, row 6 (SHORT).
std::int64_t lived_ms(CivilDay day, const DayStarts& starts, std::span<const OffsetSpan> spans);

/// A day lived for less is SHORT. @source game-rules.md section 3, row 6.
constexpr std::int64_t kShortDayMs = 16 * kMsPerHour;

}  // namespace soleus
