#pragma once

#include <string>
#include <vector>

#include "tools/cli/reply.h"

namespace soleus_cli {

/// Habits shown under one heading; "" has none.
struct HabitGroup {
  std::string heading;
  std::vector<const Json*> habits;
};

/// Habits without a group first, then the groups as they come; inside, the order stays.
std::vector<HabitGroup> grouped(const std::vector<const Json*>& habits);

std::vector<const Json*> pointers_to(const JsonArray& items);

}  // namespace soleus_cli
