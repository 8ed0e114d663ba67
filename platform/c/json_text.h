#pragma once

#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace soleus {

/// @units bytes; levels of arrays and objects. @source protocol.md, "Envelope".
constexpr std::size_t kMaxRequestBytes = 1024 * 1024;
constexpr std::size_t kMaxJsonDepth = 32;

/// Reads one JSON document, as strictly as RFC 8259 and RFC 7493 (I-JSON) have it: UTF-8 without
/// lone surrogates, no number past a double, no key twice in an object, nothing after the end.
/// @errors too_large (before anything is read), invalid_json.
Result<boost::json::value> parse_json(std::string_view text, boost::json::storage_ptr storage);

/// Appends the one text of `value` that does not depend on how it was written: keys sorted by
/// bytes, no white space, shortest numbers.
void append_canonical(std::string& out, const boost::json::value& value);

/// Appends `text` as a JSON string. `text` is UTF-8; a byte that is not part of any becomes U+FFFD,
/// so that a reply is JSON whatever a damaged file or a file name holds.
void append_quoted(std::string& out, std::string_view text);

/// The number of bytes of the UTF-8 character at the start of `text`; 0 if there is none.
std::size_t utf8_length(std::string_view text);

}  // namespace soleus
