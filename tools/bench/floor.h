#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>

namespace soleus::bench {

/// What SQLite itself costs for the same work: one event and one day total in a transaction,
/// through prepared statements of its C interface. @source performance.md, "The floor".
class Floor {
 public:
  Floor(const std::string& path, bool full);
  ~Floor();
  Floor(const Floor&) = delete;
  Floor& operator=(const Floor&) = delete;

  void log(std::int64_t n);
  /// Many entries in one transaction.
  void fill(std::int64_t count);
  std::int64_t today(std::int64_t n);

 private:
  void insert(std::int64_t n);

  sqlite3* database_ = nullptr;
  sqlite3_stmt* begin_ = nullptr;
  sqlite3_stmt* commit_ = nullptr;
  sqlite3_stmt* event_ = nullptr;
  sqlite3_stmt* total_ = nullptr;
  sqlite3_stmt* today_ = nullptr;
};

}  // namespace soleus::bench
