#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/result.h"
#include "db/migration_hook.h"

namespace soleus::db {

/// One step of the file format: migrations/NNNN_name.sql, never changed after release.
struct Migration {
  std::int32_t version;  // the file's user_version afterwards
  std::string_view name;
  std::string_view sql;
};

/// The steps of this build, in order; the files are compiled in.
std::span<const Migration> migrations();

/// The file format this build writes.
std::int32_t latest_version();

/// Brings the file to the last version of `steps`, one transaction a step: after an error it is at
/// one of the versions, whole. Two programs may try at the same time.
/// @errors file_too_new, file_corrupt, and what SQLite reports.
Status migrate(SQLite::Database& database, std::span<const Migration> steps,
               const BeforeMigration& before);

}  // namespace soleus::db
