#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "core/calendar/civil_day.h"

namespace soleus {

/// A value that changes with the days, never backwards: on a day the value told last among those
/// that begin on or before it rules. Tell in ruling order.
template <class T>
class Timeline {
 public:
  struct Change {
    CivilDay from;
    T value;
  };

  void set(CivilDay from, T value) {
    const auto overruled = std::find_if(changes_.begin(), changes_.end(),
                                        [&](const Change& c) { return c.from >= from; });
    changes_.erase(overruled, changes_.end());
    changes_.push_back({from, std::move(value)});
  }

  /// Null before the first change.
  const T* on(CivilDay day) const {
    const Change* change = change_on(day);
    return change == nullptr ? nullptr : &change->value;
  }

  const Change* change_on(CivilDay day) const {
    const auto later = std::find_if(changes_.begin(), changes_.end(),
                                    [&](const Change& c) { return c.from > day; });
    return later == changes_.begin() ? nullptr : &*(later - 1);
  }

  /// Ascending by day.
  const std::vector<Change>& changes() const { return changes_; }

 private:
  std::vector<Change> changes_;
};

}  // namespace soleus
