#pragma once

#include <filesystem>
#include <string>

namespace soleus::testing {

/// A folder of its own for one test, gone with the object, and the path of a database in it.
class TempDb {
 public:
  TempDb();
  ~TempDb();
  TempDb(const TempDb&) = delete;
  TempDb& operator=(const TempDb&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  std::string path() const { return (folder_ / "diary.soleus").string(); }
  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string wal_path() const { return path() + "-wal"; }

 private:
  std::filesystem::path folder_;
};

/// All bytes of a file; empty if there is none.
std::string file_bytes(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& bytes);

}  // namespace soleus::testing
