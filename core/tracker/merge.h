#pragma once

#include <cstddef>
#include <vector>

#include "core/base/result.h"
#include "core/journal/event.h"

namespace soleus {

class Ledger;

struct MergeResult {
  std::size_t added = 0;
  std::size_t known = 0;  // already there, or twice in what was given
};

/// Takes in events recorded elsewhere, in any order, any number of times; the diary is the same
/// whatever the order. What was erased here stays erased. @errors those of Store.
Result<MergeResult> merge_events(Ledger& ledger, std::vector<Event> events);

}  // namespace soleus
