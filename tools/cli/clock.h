#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tools/cli/days.h"

namespace date {
class time_zone;
}

// What the core never asks for: which time it is, and where.
namespace soleus_cli {

/// A change of a zone's offset.
struct Shift {
  std::int64_t utc_ms = 0;
  std::int32_t offset_s = 0;
};

/// An instant with the offset the wall clock has at it.
struct Instant {
  std::int64_t utc_ms = 0;
  std::int32_t offset_s = 0;
  bool happens_twice = false;  // the earlier of two instants with the same wall time
};

/// A time in a zone.
class Clock {
 public:
  /// @errors UsageError: no zone has this name.
  Clock(const std::string& zone_name, std::int64_t utc_ms);

  std::int64_t utc_ms() const { return utc_ms_; }
  std::string zone_name() const;
  std::int32_t offset_s() const { return offset_s_at(utc_ms_); }
  std::int32_t offset_s_at(std::int64_t utc_ms) const;
  /// The zone's changes in the next 80 hours, as `at.shifts` wants them.
  std::vector<Shift> shifts() const;
  /// The date on the wall.
  Day local_day() const;
  /// When the wall clock shows `minutes` after midnight of `day`.
  /// @errors UsageError: the clocks are put forward over it; says the next time there is.
  Instant instant_of(Day day, int minutes) const;
  Clock moved_to(std::int64_t utc_ms) const;

 private:
  const date::time_zone* zone_;
  std::int64_t utc_ms_;
};

/// The zone of TZ, else the system's. @errors UsageError: neither is a name.
std::string system_zone_name();

std::int64_t system_utc_ms();

/// "2026-11-20T08:00:00Z". @errors UsageError.
std::int64_t parse_utc_ms(std::string_view text);

/// "UTC+05:45".
std::string offset_text(std::int32_t offset_s);

}  // namespace soleus_cli
