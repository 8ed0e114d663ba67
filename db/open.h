#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/tracker/store.h"
#include "db/migration_hook.h"

namespace soleus::db {

/// When a commit counts as done. full: on the disk; normal: it may be lost, but nothing before it
/// torn, if the power fails. @source design.md section 6.
enum class Synchronous : std::uint8_t { full, normal };

struct OpenOptions {
  std::string path;  // UTF-8
  Synchronous synchronous = Synchronous::full;
  bool read_only = false;
  /// The platform's own id of this installation. A file that names another one was copied or
  /// restored, and is continued under this one. Absent: the file's own id.
  std::optional<DeviceId> device;
  std::int32_t busy_timeout_ms = 5000;  // how long to wait for another program's write
  BeforeMigration before_migration;
  std::string vfs;  // SQLite's name of a virtual file system, for tests; empty: the usual one
};

struct OpenedFile {
  std::unique_ptr<Store> store;
  std::int32_t schema = 0;
  bool fresh = false;       // made by this call
  bool recovered = false;   // a log was left behind, or is in use by another program
  bool new_device = false;  // the file named another device before
};

/// Opens a Soleus file, or makes one where there is none yet (not read_only). A file that is
/// refused keeps its bytes, and nothing is left beside it.
/// @errors not_a_soleus_file, file_corrupt, file_too_new, read_only: write-protected; io_error,
/// busy, disk_full, unsupported: the file system cannot keep a log; invalid_value: no path.
Result<OpenedFile> open_file(const OpenOptions& options);

}  // namespace soleus::db
