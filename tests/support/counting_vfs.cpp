#include "tests/support/counting_vfs.h"

namespace soleus::testing {
namespace {

// Each frame of the log begins with this many bytes, written by themselves; the first four are the
// page's number. @source sqlite.org/fileformat2.html section 4.1.
constexpr std::size_t kFrameHeader = 24;

}  // namespace

int CountingVfs::before(const Change& change) {
  if (change.work == FileWork::sync) ++count_.syncs;
  if (change.work != FileWork::write) return SQLITE_OK;
  const auto size = static_cast<std::int64_t>(change.bytes.size());
  if (change.file == FileKind::database) count_.database_bytes += size;
  if (change.file != FileKind::log) return SQLITE_OK;
  count_.log_bytes += size;
  if (change.bytes.size() == kFrameHeader) {
    std::uint32_t page = 0;
    for (const std::uint8_t byte : change.bytes.first(4)) page = page << 8 | byte;
    count_.pages.push_back(page);
  }
  return SQLITE_OK;
}

}  // namespace soleus::testing
