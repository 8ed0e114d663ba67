#pragma once

#include <string>
#include <vector>

#include "tools/cli/look.h"
#include "tools/cli/reply.h"

namespace soleus_cli {

/// Where habits stand on a day, one line each (two on a narrow terminal): sign, title, bar,
/// progress and what is left. `habits`: standings of a `today` or `day` reply; groups get headings.
std::string rows_text(const std::vector<const Json*>& habits, const Look& look);

}  // namespace soleus_cli
