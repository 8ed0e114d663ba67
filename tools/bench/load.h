#pragma once

#include <cstdint>

// The load both sides carry: 41 entries a day of four habits. @source performance.md.
namespace soleus::bench {

constexpr std::int64_t kEntriesPerDay = 41;
constexpr std::int64_t kFirstDay = 16000;  // days since 1970: October 2013
constexpr std::int64_t kMsPerDay = 86'400'000;
constexpr std::int32_t kHabits = 4;

/// The instant of the `n`-th entry: evenly from 06:00 to 22:30 UTC.
constexpr std::int64_t instant_of(std::int64_t n) {
  const std::int64_t day = kFirstDay + n / kEntriesPerDay;
  return day * kMsPerDay + (360 + n % kEntriesPerDay * 24) * 60'000;
}

}  // namespace soleus::bench
