#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/cli/render_history.h"

namespace soleus_cli {

/// Lines of one width, so that something can stand beside them.
struct Block {
  std::vector<std::string> lines;
  std::size_t width = 0;
};

/// One row a weekday, one column a week; a line of months on top. Years too long for the terminal
/// become several blocks, one under the other.
Block heat_map(const HabitHistory& habit, const HistoryRange& range, const Look& look);

/// What the signs of a heat map mean.
std::string heat_map_legend(const Look& look);

}  // namespace soleus_cli
