#pragma once

#include <functional>
#include <string>

#include "tools/cli/errors.h"

namespace soleus_cli::testing {

/// The sentence `read` is refused with, "" if it is not.
inline std::string refusal_of(const std::function<void()>& read) {
  try {
    read();
  } catch (const UsageError& error) {
    return error.what();
  }
  return {};
}

}  // namespace soleus_cli::testing
