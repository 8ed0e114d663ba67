#pragma once

#include <cstdint>
#include <optional>

#include "core/base/ids.h"
#include "core/calendar/moment.h"
#include "core/journal/vocabulary.h"

namespace soleus {

/// What every command is told beside its own parameters.
struct Request {
  Moment at;
  std::optional<EventId> id;       // makes the command idempotent
  std::uint64_t request_hash = 0;  // of op and parameters, to tell a replay from a conflict
};

}  // namespace soleus
