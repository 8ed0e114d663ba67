#pragma once

#include <SQLiteCpp/Database.h>

#include "core/base/result.h"
#include "db/meta_table.h"

namespace soleus::db {

/// Removes what erased content has left in unused parts of the file and in its log. Outside of a
/// transaction. After an error it stays due. @errors what SQLite reports; busy: another program
/// still reads the log.
Status scrub(SQLite::Database& database, MetaTable& meta);

}  // namespace soleus::db
