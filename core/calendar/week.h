#pragma once

#include "core/calendar/civil_day.h"
#include "core/calendar/timeline.h"

namespace soleus {

/// The days from `first` to `last`, both included; 1 to 7 of them.
struct Week {
  CivilDay first;
  CivilDay last;
  friend bool operator==(const Week&, const Week&) = default;
};

/// How days fall into weeks: a week starts on a day whose weekday is the week start in force
/// there, or after 7 days. Monday until told otherwise. @source game-rules.md section 1.
class Weeks {
 public:
  /// From `from` on weeks start on `weekday`.
  void set(CivilDay from, Weekday weekday);

  const Timeline<Weekday>& timeline() const { return start_; }

  Weekday start_on(CivilDay day) const;

  Week week_of(CivilDay day) const;

 private:
  CivilDay first_of(CivilDay day) const;

  Timeline<Weekday> start_;
};

}  // namespace soleus
