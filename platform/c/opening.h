#pragma once

#include <memory>
#include <string>

#include "core/base/result.h"
#include "platform/c/session.h"
#include "platform/c/soleus.h"

namespace soleus {

/// A diary that was opened, and the reply that says so.
struct OpenedDiary {
  std::unique_ptr<Session> session;
  std::string reply;
};

/// Reads the options of soleus_open() and opens the file. @errors see soleus_open().
Result<OpenedDiary> open_diary(const soleus_open_options* options);

}  // namespace soleus
