#include "tests/property/expectation.h"

#include <algorithm>
#include <utility>

namespace soleus::testing {

void Expectation::did(Action action) {
  action.done_at = ++clock_;
  show(action.entry, action.after);
  actions_.push_back(std::move(action));
}

Expectation::Action* Expectation::undoable(std::optional<EventId> entry) {
  Action* newest = nullptr;
  for (Action& action : actions_) {
    if (!action.undone_at && (!entry || action.entry == *entry)) newest = &action;
  }
  return newest;
}

Expectation::Action* Expectation::redoable(std::optional<EventId> entry) {
  std::int64_t last_done = 0;
  Action* newest = nullptr;
  for (Action& action : actions_) {
    if (entry && action.entry != *entry) continue;
    last_done = std::max(last_done, action.done_at);
    if (!action.undone_at) continue;
    if (newest == nullptr || *action.undone_at > *newest->undone_at) newest = &action;
  }
  return newest != nullptr && *newest->undone_at > last_done ? newest : nullptr;
}

void Expectation::undo(Action& action) {
  action.undone_at = ++clock_;
  show(action.entry, action.before);
}

void Expectation::redo(Action& action) {
  action.undone_at.reset();
  show(action.entry, action.after);
}

void Expectation::forget(const HabitId& habit) {
  const auto is_of = [&](const std::optional<Told>& told) {
    return told && told->values.habit == habit;
  };
  std::erase_if(actions_, [&](const Action& a) { return is_of(a.before) || is_of(a.after); });
  std::erase_if(entries_, [&](const auto& entry) { return entry.second.values.habit == habit; });
}

std::vector<EventId> Expectation::ever_logged() const {
  std::vector<EventId> ids;
  for (const Action& action : actions_) {
    if (action.op == LogOp::add) ids.push_back(action.entry);
  }
  return ids;
}

void Expectation::show(EventId entry, const std::optional<Told>& told) {
  if (told) {
    entries_[entry] = *told;
  } else {
    entries_.erase(entry);
  }
}

}  // namespace soleus::testing
