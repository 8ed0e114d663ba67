#pragma once

#include <SQLiteCpp/Exception.h>

#include <type_traits>
#include <utility>

#include "core/base/result.h"

namespace soleus::db {

/// What SQLite reported, in our words. The text never holds data.
/// @errors disk_full, busy, read_only, file_corrupt, not_a_soleus_file, io_error, cancelled,
/// internal.
Error error_of(const SQLite::Exception& exception);

/// True for "no such table" and the like: the file is not what its version says.
bool wrong_schema(const SQLite::Exception& exception);

/// Runs `work`, which returns a Result, and turns what SQLite throws into an Error.
template <class Work>
std::invoke_result_t<Work> caught(Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected<Error>(error_of(exception));
  }
}

/// A damaged row or table was met. @errors file_corrupt.
inline tl::unexpected<Error> corrupt() {
  return fail(Code::file_corrupt, "Part of the file is damaged and cannot be read.");
}

}  // namespace soleus::db
