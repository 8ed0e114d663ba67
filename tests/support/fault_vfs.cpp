#include "tests/support/fault_vfs.h"

namespace soleus::testing {
namespace {

int io_error(FileWork work) {
  switch (work) {
    case FileWork::open: return SQLITE_CANTOPEN;
    case FileWork::write: return SQLITE_IOERR_WRITE;
    case FileWork::truncate: return SQLITE_IOERR_TRUNCATE;
    case FileWork::sync: return SQLITE_IOERR_FSYNC;
    case FileWork::remove: return SQLITE_IOERR_DELETE;
  }
  return SQLITE_IOERR;
}

}  // namespace

void FaultVfs::plan(Fault fault, std::int64_t at, bool for_good) {
  fault_ = fault;
  left_ = at;
  for_good_ = for_good;
  armed_ = true;
  struck_ = false;
}

int FaultVfs::before(const Change& change) {
  const bool subject = fault_ == Fault::io_error || change.work == FileWork::write;
  if (!armed_ || !subject || change.work == FileWork::open) return SQLITE_OK;
  if (left_ > 0) {
    --left_;
    return SQLITE_OK;
  }
  struck_ = true;
  armed_ = for_good_;
  return fault_ == Fault::disk_full ? SQLITE_FULL : io_error(change.work);
}

}  // namespace soleus::testing
