#include "db/event_row.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <variant>

#include "core/base/hash.h"
#include "db/checksum.h"
#include "db/event_codec.h"
#include "db/statement_error.h"
#include "db/stray.h"

namespace soleus::db {
namespace {

constexpr std::size_t kIdSize = sizeof(Uuid::bytes);

std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

// Arithmetic wraps around, so that no clock reading and no damaged number is too large for it.
std::int64_t minus(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
std::int64_t plus(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}
std::int64_t usual_time(EventId id) { return id.value.utc_ms().value_or(0); }
std::int64_t usual_clock(std::int64_t recorded_ms) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(recorded_ms) << 16);
}

/// Bytes on their way into a checksum, gathered so that it takes them in long runs.
class Gathered {
 public:
  template <class Number>
  void add(Number value) {
    if (bytes_.size() - size_ < sizeof(Number)) flush();
    for (std::size_t i = 0; i < sizeof(Number); ++i) {  // lowest byte first on every machine
      bytes_[size_++] = static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
    }
  }
  void add_text(std::string_view text) {
    if (bytes_.size() - size_ < text.size()) flush();
    if (bytes_.size() < text.size()) {
      sum_.add(text);
      return;
    }
    std::copy(text.begin(), text.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += text.size();
  }
  void add_id(const Uuid& id) { add_text(text_of(id.bytes)); }
  std::int32_t checksum() {
    flush();
    return static_cast<std::int32_t>(sum_.value());
  }

 private:
  void flush() {
    sum_.add({bytes_.data(), size_});
    size_ = 0;
  }

  std::array<char, 512> bytes_;
  std::size_t size_ = 0;
  Crc32c sum_;
};

std::string joined(const std::vector<EventId>& ids) {
  std::string bytes;
  bytes.reserve(ids.size() * kIdSize);
  for (const EventId& id : ids) bytes.append(text_of(id.value.bytes));
  return bytes;
}

std::optional<std::int64_t> unless_same(std::int64_t value, std::int64_t usual) {
  return value == usual ? std::nullopt : std::optional{value};
}

/// Reads columns and remembers whether one of them held what no row of ours holds.
class Reader {
 public:
  explicit Reader(const Statement& select) : columns_(select) {}

  bool sound() const { return sound_; }
  void damaged() { sound_ = false; }

  std::int64_t integer() { return columns_.integer(); }
  std::optional<std::int64_t> integer_or_null() { return columns_.integer_or_null(); }
  std::string_view text() { return columns_.text(); }
  template <class T>
  T number() {
    return narrow<T>(columns_.integer());
  }
  template <class T>
  std::optional<T> number_or_null() {
    const auto value = columns_.integer_or_null();
    return value ? std::optional{narrow<T>(*value)} : std::nullopt;
  }
  bool flag() {
    const std::int64_t value = columns_.integer();
    if (value != 0 && value != 1) damaged();
    return value == 1;
  }
  EventId id() { return id_of(columns_.blob()); }
  EventId id_or(EventId usual) {
    const auto bytes = columns_.blob();
    return bytes.empty() ? usual : id_of(bytes);
  }
  std::vector<EventId> ids() {
    auto bytes = columns_.blob();
    std::vector<EventId> ids;
    for (; bytes.size() >= kIdSize; bytes = bytes.subspan(kIdSize)) {
      ids.push_back(id_of(bytes.first(kIdSize)));
    }
    if (!bytes.empty()) damaged();
    return ids;
  }

 private:
  template <class T>
  T narrow(std::int64_t value) {
    if (!std::in_range<T>(value)) damaged();
    return static_cast<T>(value);
  }
  EventId id_of(std::span<const std::uint8_t> bytes) {
    EventId id;
    if (bytes.size() != kIdSize) {
      damaged();
    } else {
      std::copy(bytes.begin(), bytes.end(), id.value.bytes.begin());
    }
    return id;
  }

  Columns columns_;
  bool sound_ = true;
};

std::optional<std::int64_t> source_key_of(const Event& event) {
  const auto* logged = std::get_if<EntryLogged>(&event.payload);
  if (logged == nullptr || logged->entry.source_id.empty()) return std::nullopt;
  return source_key(event.source, logged->entry.source_id);
}

Status read_payload(std::int64_t type_number, const RowContent& content, Payload& payload) {
  const auto index = Words::payload_index(type_number);
  if (content.erased) {
    payload = ErasedContent{std::string{content.type}};
  } else if (index && content.schema == kPayloadSchema) {
    return decode_payload(*index, content.payload, payload);
  } else {
    payload =
        UnknownPayload{std::string{content.type}, content.schema, std::string{content.payload}};
  }
  return {};
}

}  // namespace

Hlc clock_of(EventId id, std::int64_t recorded_after_ms, std::int64_t clock_lead) {
  return {plus(usual_clock(plus(usual_time(id), recorded_after_ms)), clock_lead)};
}

std::int32_t row_checksum(const Event& event, const RowContent& content) {
  Gathered bytes;
  bytes.add_id(event.id.value);
  bytes.add_id(event.device.value);
  bytes.add_id(event.root.value);
  bytes.add(event.seq);
  bytes.add(event.hlc.value);
  bytes.add(event.recorded_ms);
  bytes.add(event.occurred_ms.value_or(0));
  bytes.add(event.request_hash);
  bytes.add(event.offset_s);
  bytes.add(event.occurred_offset_s.value_or(0));
  bytes.add(event.day_start_min);
  bytes.add(event.civil_day.days_since_1970());
  bytes.add(event.recorded_day.days_since_1970());
  bytes.add(content.schema);
  for (const bool flag : {event.occurred_ms.has_value(), event.occurred_offset_s.has_value(),
                          content.erased, content.stray}) {
    bytes.add(static_cast<std::uint8_t>(flag));
  }
  // The lengths of what follows, so that nothing can move from one text to the next.
  const std::string_view source = name_of(event.source);
  for (const std::size_t length : {content.type.size(), event.zone.size(), source.size(),
                                   event.supersedes.size(), content.payload.size()}) {
    bytes.add(static_cast<std::uint32_t>(length));
  }
  bytes.add_text(content.type);
  bytes.add_text(event.zone);
  bytes.add_text(source);
  for (const EventId& id : event.supersedes) bytes.add_id(id.value);
  bytes.add_text(content.payload);
  return bytes.checksum();
}

std::int64_t source_key(Source source, std::string_view source_id) {
  return static_cast<std::int64_t>(Fnv1a{}.add(name_of(source)).add("|").add(source_id).value());
}

Status bind_event(Statement& insert, Words& words, const Event& event, RowBuffers& buffers) {
  buffers.payload.clear();
  SOLEUS_TRY(encode_payload(event.payload, buffers.payload));
  buffers.supersedes = joined(event.supersedes);
  const bool erased = std::holds_alternative<ErasedContent>(event.payload);
  const RowContent content{type_name(event.payload), buffers.payload, schema_of(event.payload),
                           erased, is_stray(event)};
  const std::int64_t type = words.type_number(event.payload);
  const std::int64_t device = words.device_number(event.device);
  const std::int64_t zone = words.zones().number_or_new(event.zone);

  Binding row{insert};
  row.blob(event.id.value.bytes).integer(type).integer(device).integer(event.seq);
  row.integer(minus(event.recorded_ms, usual_time(event.id)));
  row.integer(minus(event.hlc.value, usual_clock(event.recorded_ms)));
  event.occurred_ms ? row.integer(minus(*event.occurred_ms, event.recorded_ms)) : row.null();
  row.integer(zone).integer(event.offset_s).integer_or_null(event.occurred_offset_s);
  row.integer(event.day_start_min).integer(event.civil_day.days_since_1970());
  row.integer_or_null(
      unless_same(event.recorded_day.days_since_1970(), event.civil_day.days_since_1970()));
  row.integer(static_cast<std::int64_t>(event.source));
  event.root == event.id ? row.null() : row.blob(event.root.value.bytes);
  event.supersedes.empty() ? row.null() : row.blob(bytes_of(buffers.supersedes));
  row.integer(static_cast<std::int64_t>(event.request_hash));
  row.integer_or_null(source_key_of(event)).integer(content.schema);
  row.text(buffers.payload).integer(content.erased).integer(content.stray);
  row.integer(row_checksum(event, content));
  return {};
}

Status read_event(const Statement& select, Words& words, Event& event) {
  Reader row{select};
  RowContent content;
  event.id = row.id();
  const std::int64_t type = row.integer();
  const auto device = words.device(row.integer());
  event.seq = row.integer();
  const std::int64_t recorded_after_ms = row.integer();
  event.recorded_ms = plus(usual_time(event.id), recorded_after_ms);
  event.hlc = clock_of(event.id, recorded_after_ms, row.integer());
  event.occurred_ms = row.integer_or_null();
  if (event.occurred_ms) event.occurred_ms = plus(*event.occurred_ms, event.recorded_ms);
  const std::string* zone = words.zones().word(row.integer());
  const std::string* type_name = words.type_name(type);
  if (!device || zone == nullptr || type_name == nullptr) return corrupt();
  event.device = *device;
  event.zone = *zone;
  content.type = *type_name;
  event.offset_s = row.number<std::int32_t>();
  event.occurred_offset_s = row.number_or_null<std::int32_t>();
  event.day_start_min = row.number<std::int32_t>();
  event.civil_day = CivilDay{row.number<std::int32_t>()};
  event.recorded_day =
      CivilDay{row.number_or_null<std::int32_t>().value_or(event.civil_day.days_since_1970())};
  const auto source = row.number<std::uint8_t>();
  if (source >= Names<Source>::values.size()) return corrupt();
  event.source = static_cast<Source>(source);
  event.root = row.id_or(event.id);
  event.supersedes = row.ids();
  event.request_hash = static_cast<std::uint64_t>(row.integer());
  const auto source_key = row.integer_or_null();
  content.schema = row.number<std::int32_t>();
  content.payload = row.text();
  content.erased = row.flag();
  content.stray = row.flag();
  const std::int64_t checksum = row.integer();
  if (!row.sound() || checksum != row_checksum(event, content)) return corrupt();
  SOLEUS_TRY(read_payload(type, content, event.payload));
  if (source_key != source_key_of(event)) return corrupt();
  return {};
}

}  // namespace soleus::db
