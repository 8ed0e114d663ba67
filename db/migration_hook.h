#pragma once

#include <cstdint>
#include <functional>

#include "core/base/result.h"

namespace soleus::db {

/// Called once before the first step on a file that has content, with its version: the place for a
/// backup. An error ends the migration with nothing done.
using BeforeMigration = std::function<Status(std::int32_t version)>;

}  // namespace soleus::db
