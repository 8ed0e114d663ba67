#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/cli/clock.h"
#include "tools/cli/reply.h"

// Building requests. @source protocol.md, "Envelope".
namespace soleus_cli {

JsonObject at_of(const Clock& clock);

JsonObject envelope(std::string_view op, const JsonObject& params, const Clock& clock);

/// `request` with an `at` of `clock` if it is an object that has none. It is put in front of what
/// is there and the rest left as it was typed, faults included: finding them is the core's
/// business.
std::string with_at(std::string_view request, const Clock& clock);

}  // namespace soleus_cli
