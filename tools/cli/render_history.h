#pragma once

#include <string>
#include <vector>

#include "tools/cli/days.h"
#include "tools/cli/look.h"
#include "tools/cli/reply.h"

// Charts from what `history` replied: a heat map of weeks by weekdays, and bars by week.
namespace soleus_cli {

/// What `history` said about one habit, by day and by week.
struct HabitHistory {
  std::string title;
  std::string kind;
  bool weekly_quota = false;  // the weeks are judged by days, not by their sum
  Json days;
  Json weeks;
};

struct HistoryRange {
  Day from;
  Day to;
  unsigned week_start = 0;  // 0 is Monday
};

std::string render_history(const std::vector<HabitHistory>& habits, const HistoryRange& range,
                           const Look& look);

}  // namespace soleus_cli
