#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/cli/clock.h"
#include "tools/cli/reply.h"

// The made-up person of `soleus demo`: 120 days of requests, the same for the same seed and day.
namespace soleus_cli {

/// One request of the past.
struct DemoStep {
  std::int64_t utc_ms = 0;
  std::string zone;
  std::string op;
  JsonObject params;  // "habit" may be "@Title": the id is known once the habit is made
  std::string id;     // also the event's, so that equal demos are equal files
};

constexpr int kDemoDays = 120;

/// In order of time. `today`: the last day, of which only the morning is there.
std::vector<DemoStep> demo_script(const std::string& home_zone, Day today, std::uint64_t seed);

/// The id of the file's device.
std::string demo_device(std::uint64_t seed);

/// Where the person travels from `home_zone`: some hours away, to the other side.
std::string demo_trip_zone(const std::string& home_zone);

}  // namespace soleus_cli
