#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string_view>

#include "core/base/ids.h"
#include "db/statement.h"

namespace soleus::db {

/// Table meta: what the file says about itself. @errors what SQLite reports is thrown.
class MetaTable {
 public:
  explicit MetaTable(SQLite::Database& database);

  /// The device that writes to this file.
  std::optional<DeviceId> device();
  void set_device(DeviceId device);

  /// True while content that was erased may still lie in unused parts of the file or its log.
  bool scrub_due();
  void set_scrub_due(bool due);

 private:
  Statement get_;
  Statement set_;
  Statement remove_;
};

}  // namespace soleus::db
