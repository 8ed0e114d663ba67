#include "core/tracker/erase.h"

#include <variant>

#include "core/journal/versions.h"

namespace soleus {

bool belongs_to(const Event& event, const HabitId& habit) {
  if (const Entry* entry = entry_of(event)) return entry->habit == habit;
  if (const auto* removed = std::get_if<EntryRemoved>(&event.payload)) {
    return removed->habit == habit;
  }
  if (std::holds_alternative<HabitCreated>(event.payload)) {
    return event.id.value.text() == habit.text();
  }
  if (const auto* updated = std::get_if<HabitUpdated>(&event.payload)) {
    return updated->habit == habit;
  }
  if (const auto* goal = std::get_if<GoalSet>(&event.payload)) return goal->habit == habit;
  return false;
}

Result<std::vector<EventId>> content_of(Store& store, const HabitId& habit) {
  std::vector<EventId> found;
  SOLEUS_TRY(store.visit([&](Event&& event) -> Status {
    if (belongs_to(event, habit)) found.push_back(event.id);
    return {};
  }));
  return found;
}

}  // namespace soleus
