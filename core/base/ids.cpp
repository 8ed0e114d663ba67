#include "core/base/ids.h"

#include <cstddef>

#include "core/base/hash.h"

namespace soleus {
namespace {

constexpr std::size_t kTextLength = 36;

constexpr bool dash_at(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void store(Uuid& id, std::size_t from, std::uint64_t value, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    id.bytes[from + i] = static_cast<std::uint8_t>(value >> (8 * (count - 1 - i)));
  }
}

void mark(Uuid& id, std::uint8_t version) {
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | (version << 4));
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
}

std::string_view bytes_of(const Uuid& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

}  // namespace

std::string Uuid::text() const {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(kTextLength);
  for (const std::uint8_t byte : bytes) {
    if (dash_at(out.size())) out.push_back('-');
    out.push_back(kDigits[byte >> 4]);
    out.push_back(kDigits[byte & 0x0f]);
  }
  return out;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != kTextLength) return std::nullopt;
  Uuid id;
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (dash_at(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int digit = hex_digit(text[i]);
    if (digit < 0) return std::nullopt;
    const int shift = nibble % 2 == 0 ? 4 : 0;
    id.bytes[nibble / 2] = static_cast<std::uint8_t>(id.bytes[nibble / 2] | (digit << shift));
    ++nibble;
  }
  return id;
}

Uuid Uuid::v7(std::int64_t utc_ms, std::uint64_t random_high, std::uint64_t random_low) {
  Uuid id;
  store(id, 0, static_cast<std::uint64_t>(utc_ms), 6);
  store(id, 6, random_high, 2);
  store(id, 8, random_low, 8);
  mark(id, 7);
  return id;
}

Uuid Uuid::v8_of(std::string_view text) {
  Uuid id;
  store(id, 0, Fnv1a{}.add(text).value(), 8);
  store(id, 8, Fnv1a{}.add("soleus-id|").add(text).value(), 8);
  mark(id, 8);
  return id;
}

Uuid Uuid::derived(std::uint32_t index) const {
  const std::string number = std::to_string(index);
  Uuid id = *this;
  store(id, 8, Fnv1a{}.add(bytes_of(*this)).add("|").add(number).value(), 8);
  mark(id, bytes[6] >> 4);
  return id;
}

std::optional<std::int64_t> Uuid::utc_ms() const {
  if ((bytes[6] >> 4) != 7) return std::nullopt;
  std::int64_t ms = 0;
  for (std::size_t i = 0; i < 6; ++i) ms = (ms << 8) | bytes[i];
  return ms;
}

Uuid IdSource::next(std::int64_t utc_ms) {
  return Uuid::v7(utc_ms, split_mix64(high_), split_mix64(low_));
}

}  // namespace soleus
