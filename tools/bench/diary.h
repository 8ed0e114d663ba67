#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/tracker/ledger.h"
#include "db/open.h"

namespace soleus::bench {

/// Soleus on a file of its own, through its C++ commands.
class Diary {
 public:
  Diary(const std::string& path, bool full);

  void log(std::int64_t n);
  /// The same entries by merging, a year at a time.
  void fill(std::int64_t count);
  std::int64_t today(std::int64_t n);

 private:
  std::unique_ptr<Store> store_;
  Ledger ledger_;
};

}  // namespace soleus::bench
