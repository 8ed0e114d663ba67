#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/tracker/request.h"
#include "platform/c/commit_log.h"
#include "platform/c/json_reader.h"

// What stands around every op, in requests and replies. @source protocol.md, "Envelope".
namespace soleus {

constexpr std::int64_t kProtocolVersion = 1;

/// The op a request names; the view lives as long as `document`.
/// @errors invalid_json: no object; missing_field, invalid_value; unsupported: another version.
Result<std::string_view> read_op(const boost::json::value& document);

/// The rest of the envelope.
struct Envelope {
  Request request;
  JsonReader params;  // lives as long as the document
};

/// `document` has passed read_op(). @errors missing_field, invalid_value.
Result<Envelope> read_envelope(const boost::json::value& document, std::string_view op);

/// What a good reply says beside its result.
struct Outcome {
  bool replayed = false;
  bool wrote = false;
  Areas changed;
  std::int64_t commit = 0;
};

/// `result` is JSON text.
std::string good_reply(std::string_view result, const Outcome& outcome);
std::string error_reply(const Error& error);

}  // namespace soleus
