#pragma once

#include <string>
#include <string_view>

namespace soleus::db {

/// Appends `text` as a JSON string; false (and something unusable appended) if it is not UTF-8.
bool quote(std::string_view text, std::string& out);

/// Takes a JSON string from the front of `json` and stores its text; false if there is none that
/// quote() would have written.
bool unquote(std::string_view& json, std::string& text);

/// Well-formed as Unicode 15 section 3.9 has it: no overlong forms, no surrogates.
bool valid_utf8(std::string_view text);

}  // namespace soleus::db
