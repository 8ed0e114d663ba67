#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"

// A look at a file before SQLite touches it. SQLite would turn a foreign database into a journaled
// one, recover its log, or leave files beside it; a file that is refused must stay as it is.
// @source design.md section 6.
namespace soleus::db {

/// "SOLE", in the header of every Soleus file. @source sqlite.org/fileformat2.html, "Application
/// ID".
constexpr std::int32_t kApplicationId = 0x534f4c45;

struct FileFacts {
  bool empty = false;    // absent, of no bytes, or without any content: to be made a Soleus file
  bool has_log = false;  // a log with content stands beside it: left behind, or in use
};

/// @errors not_a_soleus_file: a folder, a device, another program's file; file_corrupt: cut off;
/// file_too_new: a version over `latest`; io_error: cannot be read, or its folder is not there.
Result<FileFacts> look_at_file(const std::filesystem::path& path, std::int32_t latest);

}  // namespace soleus::db
