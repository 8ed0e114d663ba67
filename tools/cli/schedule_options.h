#pragma once

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

#include "tools/cli/reply.h"

namespace soleus_cli {

/// How often a goal asks for its target; shared by `goal set` and `habits add`.
struct ScheduleOptions {
  bool daily = false;
  std::string weekly;  // a target for the whole week
  std::string days;
  std::string times_a_week;
  std::string every;
};

void add_schedule_options(CLI::App* command, ScheduleOptions& options);

/// The schedule that was asked for, if any was. @errors UsageError.
std::optional<Json> schedule_of(const ScheduleOptions& options);

/// A target as typed, in the unit of a habit of this kind.
/// @errors UsageError.
std::int64_t target_of(std::string_view typed, std::string_view kind, std::string_view unit);

}  // namespace soleus_cli
