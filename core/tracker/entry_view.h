#pragma once

#include <optional>

#include "core/base/result.h"
#include "core/habits/setup.h"
#include "core/journal/versions.h"
#include "core/tracker/log.h"

// What the logging commands share: where an entry falls in time, and how it is shown.
namespace soleus {

/// The day and, if known, the instant of an entry.
struct When {
  CivilDay day;
  std::optional<std::int64_t> occurred_ms;
  std::optional<std::int32_t> occurred_offset_s;
  std::int32_t day_start_min = 0;
};

/// @errors invalid_value: both given, or out of range; future_day: past tomorrow.
Result<When> when_of(const Setup& setup, const Moment& at, const std::optional<CivilDay>& day,
                     const std::optional<Occurrence>& occurred);

void place(Event& event, const When& when);

/// The entry of `version`, which need not be the visible one (a removal shows what it removed).
LoggedEntry describe(const EntryView& view, const Event& version, const Setup& setup);

/// The entries `filter` asks for. Inside a transaction only.
Result<std::vector<LoggedEntry>> entries_in(Ledger& ledger, const LogFilter& filter);

}  // namespace soleus
