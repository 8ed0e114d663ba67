#pragma once

#include <cstdint>

#include "core/calendar/civil_day.h"
#include "core/calendar/moment.h"
#include "core/journal/event.h"

// The journal is ordered by id, and a version 7 id begins with the time. So days and clock readings
// are found by ranges of ids, except those of strays, which the index event_stray names.
namespace soleus::db {

/// How far the clock reading and the id of an event that is no stray lie apart at most. Twice the
/// most a clock may lead (kHlcMaxLeadMs), so that only odd histories make strays.
constexpr std::int64_t kReachMs = 2 * kMsPerDay;

/// True if the time in the id tells neither the day nor the clock: backdated and imported events,
/// ids that are hashes.
bool is_stray(const Event& event);

/// Ids from `from` up to, not including, `until`.
struct IdRange {
  EventId from;
  EventId until;
};

/// The ids events of these days have, strays excepted; wider than needed, so check the day.
IdRange ids_of_days(CivilDay from, CivilDay to);

/// The lowest id of that time or later. @units ms since 1970.
EventId first_id_at(std::int64_t utc_ms);

}  // namespace soleus::db
