#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/cli/reply.h"

namespace soleus_cli {

class Session;

/// Whether `typed` is a whole id and needs no looking up.
bool is_whole_id(std::string_view typed);

/// The one item of `items` whose id is `typed` or ends in it. Null if there is none.
/// @errors UsageError: fewer than 4 characters. Refusal: more than one ends so.
const Json* find_by_id(const JsonArray& items, std::string_view typed);

/// The entry called `typed`: by the end of its id if it is of the last 400 days, by its whole id if
/// it is of the last ten years.
/// @errors as find_by_id; Refusal: there is none, said by the core.
Json find_entry(Session& session, std::string_view typed);

}  // namespace soleus_cli
