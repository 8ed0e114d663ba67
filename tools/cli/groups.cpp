#include "tools/cli/groups.h"

#include <algorithm>
#include <boost/json/array.hpp>

#include "tools/cli/text.h"

namespace soleus_cli {

std::vector<HabitGroup> grouped(const std::vector<const Json*>& habits) {
  std::vector<HabitGroup> groups(1);
  for (const Json* habit : habits) {
    const std::string heading = printable(text_of(*habit, "group"));
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const HabitGroup& g) { return g.heading == heading; });
    if (group == groups.end()) group = groups.insert(groups.end(), {heading, {}});
    group->habits.push_back(habit);
  }
  if (groups.front().habits.empty()) groups.erase(groups.begin());
  return groups;
}

std::vector<const Json*> pointers_to(const JsonArray& items) {
  std::vector<const Json*> pointers;
  for (const Json& item : items) pointers.push_back(&item);
  return pointers;
}

}  // namespace soleus_cli
