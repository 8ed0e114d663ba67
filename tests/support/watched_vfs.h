#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace soleus::testing {

enum class FileKind : std::uint8_t { database, log, journal, other };
enum class FileWork : std::uint8_t { open, write, truncate, sync, remove };

/// A virtual file system that passes everything but syncs on to SQLite's usual one and tells of
/// every change. Must outlive the databases opened through it. @thread not shared.
class WatchedVfs {
 public:
  WatchedVfs();
  virtual ~WatchedVfs();
  WatchedVfs(const WatchedVfs&) = delete;
  WatchedVfs& operator=(const WatchedVfs&) = delete;

  const std::string& name() const { return name_; }

  struct Change {
    FileWork work;
    FileKind file;
    std::span<const std::uint8_t> bytes;  // of a write
  };

 protected:
  /// Asked before each change and each opening of a file; anything but SQLITE_OK is SQLite's answer
  /// and nothing happens (of a write, the first half does).
  virtual int before(const Change& change) = 0;

 private:
  friend struct WatchedFile;
  struct Registration;

  std::string name_;
  std::unique_ptr<Registration> registration_;
};

}  // namespace soleus::testing
