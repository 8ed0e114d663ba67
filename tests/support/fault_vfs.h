#pragma once

#include <cstdint>

#include "tests/support/watched_vfs.h"

namespace soleus::testing {

enum class Fault : std::uint8_t {
  disk_full,  // writes fail, everything else works
  io_error,   // writes, syncs, truncations and removals fail
};

/// Fails when told to.
class FaultVfs final : public WatchedVfs {
 public:
  /// The change number `at` (from 0) from now on fails; `for_good`: all later ones too, as if the
  /// disk were gone or the process had died.
  void plan(Fault fault, std::int64_t at, bool for_good);
  void heal() { armed_ = false; }
  /// True if a planned fault has struck.
  bool struck() const { return struck_; }

 protected:
  int before(const Change& change) override;

 private:
  Fault fault_ = Fault::disk_full;
  std::int64_t left_ = 0;
  bool armed_ = false;
  bool for_good_ = false;
  bool struck_ = false;
};

}  // namespace soleus::testing
