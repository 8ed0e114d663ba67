#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "tests/support/watched_vfs.h"

namespace soleus::testing {

/// What was written since the last reset.
struct WriteCount {
  std::int64_t log_bytes = 0;
  std::int64_t database_bytes = 0;
  std::int64_t syncs = 0;
  std::vector<std::uint32_t> pages;  // the database page each log frame holds, in order
};

/// Counts what SQLite writes.
class CountingVfs final : public WatchedVfs {
 public:
  WriteCount take() { return std::exchange(count_, {}); }

 protected:
  int before(const Change& change) override;

 private:
  WriteCount count_;
};

}  // namespace soleus::testing
