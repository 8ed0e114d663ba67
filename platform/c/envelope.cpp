#include "platform/c/envelope.h"

#include <optional>
#include <utility>

#include "core/base/hash.h"
#include "platform/c/json_text.h"
#include "platform/c/json_writer.h"

namespace soleus {
namespace {

namespace json = boost::json;

Result<Moment> read_moment(const JsonReader& at) {
  Moment moment;
  SOLEUS_TRY_ASSIGN(moment.utc_ms, at.required<std::int64_t>("utc_ms"));
  SOLEUS_TRY_ASSIGN(moment.offset_s, at.required<std::int32_t>("offset_s"));
  SOLEUS_TRY_ASSIGN(moment.zone, at.or_default<std::string>("zone", {}));
  SOLEUS_TRY_ASSIGN(const auto shifts, at.or_default<std::vector<JsonReader>>("shifts", {}));
  for (const JsonReader& shift : shifts) {
    OffsetShift& read = moment.shifts.emplace_back();
    SOLEUS_TRY_ASSIGN(read.utc_ms, shift.required<std::int64_t>("utc_ms"));
    SOLEUS_TRY_ASSIGN(read.offset_s, shift.required<std::int32_t>("offset_s"));
  }
  SOLEUS_TRY(check_moment(moment));
  return moment;
}

std::uint64_t hash_of(std::string_view op, const JsonReader& envelope) {
  const std::optional<JsonValue> params = envelope.find("params");
  std::string canonical = "{}";
  if (params && !params->value.is_null()) {
    canonical.clear();
    append_canonical(canonical, params->value);
  }
  return Fnv1a{}.add(op).add("|").add(canonical).value();
}

}  // namespace

Result<std::string_view> read_op(const json::value& document) {
  if (!document.is_object()) return fail(Code::invalid_json, "A request is a JSON object.");
  const JsonReader envelope{document.get_object(), {}};
  SOLEUS_TRY_ASSIGN(const std::int64_t version, envelope.required<std::int64_t>("v"));
  if (version != kProtocolVersion) {
    return fail(Code::unsupported, "v", "This Soleus speaks version 1 of the protocol.");
  }
  SOLEUS_TRY(envelope.required<std::string>("op"));
  const json::string& op = document.get_object().at("op").get_string();
  return std::string_view{op.data(), op.size()};
}

Result<Envelope> read_envelope(const json::value& document, std::string_view op) {
  const JsonReader fields{document.get_object(), {}};
  Envelope envelope;
  SOLEUS_TRY_ASSIGN(const JsonReader at, fields.required<JsonReader>("at"));
  SOLEUS_TRY_ASSIGN(envelope.request.at, read_moment(at));
  SOLEUS_TRY_ASSIGN(envelope.request.id, fields.optional<EventId>("id"));
  SOLEUS_TRY_ASSIGN(envelope.params, fields.or_default("params", JsonReader{"params"}));
  envelope.request.request_hash = hash_of(op, fields);
  return envelope;
}

std::string good_reply(std::string_view result, const Outcome& outcome) {
  std::string text;
  text.reserve(result.size() + 160);
  text += R"({"v":1,"ok":true)";
  if (outcome.replayed) text += R"(,"replayed":true)";
  text += R"(,"result":)";
  text += result;
  JsonWriter writer{text};
  if (outcome.wrote) {
    text += R"(,"changed":)";
    write(writer, outcome.changed);
  }
  text += R"(,"commit":)";
  text += std::to_string(outcome.commit);
  text += '}';
  return text;
}

std::string error_reply(const Error& error) {
  std::string text = R"({"v":1,"ok":false,"error":)";
  JsonWriter writer{text};
  writer.begin_object();
  writer.field("code", code_name(error.code));
  writer.field_unless_empty("field", error.field);
  writer.field("message", error.detail);
  writer.end_object();
  text += '}';
  return text;
}

}  // namespace soleus
