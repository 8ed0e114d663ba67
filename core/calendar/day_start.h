#pragma once

#include <cstdint>

#include "core/calendar/civil_day.h"
#include "core/calendar/moment.h"
#include "core/calendar/timeline.h"

namespace soleus {

/// A person's day begins this many minutes after midnight.
/// @units min. @source design.md section 3; the range is the foundation's (0-720).
constexpr std::int32_t kMaxDayStartMin = 720;

/// The day starts in force over time; midnight until told otherwise.
class DayStarts {
 public:
  /// From `from` on days begin `minutes` after midnight.
  void set(CivilDay from, std::int32_t minutes);

  const Timeline<std::int32_t>& timeline() const { return minutes_; }

  /// The day start of `day`. @units min.
  std::int32_t on(CivilDay day) const;

  /// The first instant of `day` on a clock that stays at `offset_s`. @units ms since 1970.
  std::int64_t begin_ms(CivilDay day, std::int32_t offset_s) const;

  /// The civil day an instant belongs to, `offset_s` being the wall clock's offset there.
  /// A day start that changes never moves an instant across the day of the change.
  /// @source design.md section 3.
  CivilDay day_of(std::int64_t utc_ms, std::int32_t offset_s) const;

  /// The day start that day_of() used for that instant, to be frozen in the event.
  std::int32_t used_for(std::int64_t utc_ms, std::int32_t offset_s) const;

 private:
  struct Placed {
    CivilDay day;
    std::int32_t minutes = 0;
  };
  Placed place(std::int64_t utc_ms, std::int32_t offset_s) const;

  Timeline<std::int32_t> minutes_;
};

/// floor((utc_s + offset_s - 60 * day_start_min) / 86400). @source design.md section 3.
CivilDay day_under(std::int64_t utc_ms, std::int32_t offset_s, std::int32_t day_start_min);

/// The instant `at`'s day ends, going by the shifts it tells. @units ms since 1970.
std::int64_t end_of_day(const DayStarts& starts, const Moment& at);

}  // namespace soleus
