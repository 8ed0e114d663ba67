#include "db/event_codec.h"

#include <array>
#include <type_traits>
#include <utility>
#include <variant>

#include "db/event_codec_entry.h"
#include "db/event_codec_json.h"
#include "db/event_codec_setup.h"
#include "db/statement_error.h"

namespace soleus::db {
namespace {

// The last two alternatives have no content of their own to read: what was erased, and what this
// version does not know.
constexpr std::size_t kKnownPayloads = std::variant_size_v<Payload> - 2;

template <std::size_t... Index>
std::optional<std::size_t> find_type(std::string_view type, std::index_sequence<Index...>) {
  std::optional<std::size_t> found;
  ((type_name(Payload{std::in_place_index<Index>}) == type ? void(found = Index) : void()), ...);
  return found;
}

template <std::size_t Index>
bool decode_as(std::string_view json, Payload& payload) {
  JsonReader reader{json};
  reader.object(payload.emplace<Index>());
  return reader.ok() && reader.at_end();
}

using Decoder = bool (*)(std::string_view, Payload&);

template <std::size_t... Index>
constexpr std::array<Decoder, sizeof...(Index)> decoders(std::index_sequence<Index...>) {
  return {&decode_as<Index>...};
}

constexpr auto kDecoders = decoders(std::make_index_sequence<kKnownPayloads>{});

}  // namespace

std::optional<std::size_t> payload_index(std::string_view type) {
  return find_type(type, std::make_index_sequence<kKnownPayloads>{});
}

std::int32_t schema_of(const Payload& payload) {
  const auto* unknown = std::get_if<UnknownPayload>(&payload);
  return unknown != nullptr ? unknown->schema : kPayloadSchema;
}

Status encode_payload(const Payload& payload, std::string& out) {
  JsonWriter writer{out};
  const auto write = [&]<class P>(const P& content) {
    if constexpr (std::is_same_v<P, UnknownPayload>) {
      // What this version knows must not slip in unread.
      if (content.schema <= kPayloadSchema && payload_index(content.type)) writer.refuse();
      out.append(content.json);
    } else if constexpr (std::is_same_v<P, ErasedContent>) {
      out.append("{}");
    } else {
      writer.object(content);
    }
  };
  std::visit(write, payload);
  if (!writer.ok()) return fail(Code::internal, "An event holds a value that cannot be written.");
  return {};
}

Status decode_payload(std::size_t index, std::string_view json, Payload& payload) {
  if (!kDecoders[index](json, payload)) return corrupt();
  return {};
}

}  // namespace soleus::db
