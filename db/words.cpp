#include "db/words.h"

#include <algorithm>
#include <variant>

#include "db/event_codec.h"

namespace soleus::db {
namespace {

// The numbers of migrations/0001_journal.sql: entries first, so that `type <= 3` finds them.
constexpr std::int64_t kFirstSetupType = 10;
constexpr std::int64_t kFirstForeignType = 1000;
constexpr std::size_t kEntryTypes = 3;
constexpr std::size_t kKnownTypes = std::variant_size_v<Payload> - 2;

std::int64_t number_of(std::size_t payload_index) {
  const auto index = static_cast<std::int64_t>(payload_index);
  return payload_index < kEntryTypes
             ? index + 1
             : index - static_cast<std::int64_t>(kEntryTypes) + kFirstSetupType;
}

std::string_view text_of(std::span<const std::uint8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

WordTable::WordTable(SQLite::Database& database, const std::string& table,
                     const std::string& column, std::int64_t first, bool blobs)
    : first_(first),
      blobs_(blobs),
      all_(database, "SELECT n, " + column + " FROM " + table + " ORDER BY n"),
      insert_(database, "INSERT INTO " + table + " (n, " + column + ") VALUES (?, ?)") {}

void WordTable::load() {
  words_.clear();
  const Use use{all_};
  while (all_.step()) {
    Columns row{all_};
    const std::int64_t number = row.integer();
    words_.emplace_back(number, blobs_ ? text_of(row.blob()) : row.text());
  }
}

const std::string* WordTable::word(std::int64_t number) {
  const auto find = [&]() -> const std::string* {
    const auto at =
        std::lower_bound(words_.begin(), words_.end(), number,
                         [](const auto& word, std::int64_t n) { return word.first < n; });
    return at == words_.end() || at->first != number ? nullptr : &at->second;
  };
  const std::string* found = find();
  if (found != nullptr) return found;
  load();
  return find();
}

std::optional<std::int64_t> WordTable::number(std::string_view word) {
  const auto find = [&]() -> std::optional<std::int64_t> {
    for (const auto& [number, known] : words_) {
      if (known == word) return number;
    }
    return std::nullopt;
  };
  const auto found = find();
  if (found) return found;
  load();
  return find();
}

std::int64_t WordTable::number_or_new(std::string_view word) {
  if (const auto known = number(word)) return *known;
  const std::int64_t next = words_.empty() ? first_ : std::max(first_, words_.back().first + 1);
  Binding binding{insert_};
  binding.integer(next);
  blobs_ ? binding.blob(bytes_of(word)) : binding.text(word);
  insert_.run();
  words_.emplace_back(next, word);
  return next;
}

Words::Words(SQLite::Database& database)
    : devices_(database, "device", "id", 1, true),
      zones_(database, "zone", "name", 1, false),
      types_(database, "event_type", "name", kFirstForeignType, false) {}

std::int64_t Words::device_number(DeviceId device) {
  return devices_.number_or_new(text_of(device.value.bytes));
}

std::optional<std::int64_t> Words::known_device(DeviceId device) {
  return devices_.number(text_of(device.value.bytes));
}

std::optional<DeviceId> Words::device(std::int64_t number) {
  const std::string* bytes = devices_.word(number);
  DeviceId device;
  if (bytes == nullptr || bytes->size() != device.value.bytes.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), device.value.bytes.begin());
  return device;
}

std::int64_t Words::type_number(const Payload& payload) {
  if (payload.index() < kKnownTypes) return number_of(payload.index());
  const std::string_view name = soleus::type_name(payload);
  const auto known = db::payload_index(name);
  return known ? number_of(*known) : types_.number_or_new(name);
}

std::optional<std::size_t> Words::payload_index(std::int64_t type_number) {
  if (type_number >= number_of(kEntryTypes) && type_number <= number_of(kKnownTypes - 1)) {
    return static_cast<std::size_t>(type_number - number_of(kEntryTypes)) + kEntryTypes;
  }
  if (type_number >= 1 && type_number <= static_cast<std::int64_t>(kEntryTypes)) {
    return static_cast<std::size_t>(type_number - 1);
  }
  return std::nullopt;
}

void Words::forget() {
  devices_.forget();
  zones_.forget();
  types_.forget();
}

}  // namespace soleus::db
