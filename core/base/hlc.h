#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace soleus {

/// A hybrid logical clock reading: milliseconds since 1970 in the high 48 bits, a counter in the
/// low 16. Orders what was recorded, even on a device whose clock was set back.
/// @source design.md section 3; Kulkarni et al. 2014.
struct Hlc {
  std::int64_t value = 0;

  friend auto operator<=>(const Hlc&, const Hlc&) = default;

  static constexpr Hlc at(std::int64_t utc_ms) { return {utc_ms * (1 << 16)}; }
  constexpr std::int64_t utc_ms() const { return value >> 16; }
};

/// @source game-rules.md section 8 ("hlc never jumps more than 24 h ahead of `at`").
constexpr std::int64_t kHlcMaxLeadMs = 24LL * 60 * 60 * 1000;

/// The latest reading an event recorded at `utc_ms` may follow.
constexpr Hlc hlc_horizon(std::int64_t utc_ms) { return Hlc::at(utc_ms + kHlcMaxLeadMs); }

/// The reading for an event recorded at `utc_ms`, `last` being the highest known one that is not
/// past hlc_horizon(utc_ms).
constexpr Hlc hlc_next(std::int64_t utc_ms, Hlc last) {
  return std::max(Hlc::at(utc_ms), Hlc{last.value + 1});
}

}  // namespace soleus
