#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace soleus {

/// 128 bits as RFC 9562 lays them out. Ordered by bytes, so version 7 ids order by time.
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  friend auto operator<=>(const Uuid&, const Uuid&) = default;

  /// Lower-case text with dashes.
  std::string text() const;

  /// Reads the dashed form, either case. Absent if `text` is not a UUID.
  static std::optional<Uuid> parse(std::string_view text);

  /// A version 7 id: `utc_ms` in its first 48 bits, `random` in the rest. @units ms since 1970.
  static Uuid v7(std::int64_t utc_ms, std::uint64_t random_high, std::uint64_t random_low);

  /// A version 8 id made from `text` alone: the same text is the same id on every device.
  /// @source protocol.md, "Envelope" (an id that is no UUID is hashed).
  static Uuid v8_of(std::string_view text);

  /// The id of the `index`-th further event of the command named `*this`; keeps the time bits, so
  /// it sorts beside its command. @source protocol.md, "Envelope".
  Uuid derived(std::uint32_t index) const;

  /// The time in a version 7 id (and in what is derived from it), absent for other versions.
  std::optional<std::int64_t> utc_ms() const;
};

/// The id of one event of the journal; an entry is named by the id of its first event.
struct EventId {
  Uuid value;
  friend auto operator<=>(const EventId&, const EventId&) = default;
};

/// The installation that recorded an event; two writers never share one.
struct DeviceId {
  Uuid value;
  friend auto operator<=>(const DeviceId&, const DeviceId&) = default;
};

/// A built-in habit's name ("walking") or, for a custom habit, the text of the id of the event
/// that created it.
class HabitId {
 public:
  HabitId() = default;
  explicit HabitId(std::string text) : text_(std::move(text)) {}
  const std::string& text() const { return text_; }
  friend auto operator<=>(const HabitId&, const HabitId&) = default;

 private:
  std::string text_;
};

/// Makes version 7 ids. The seed comes from outside: the core has no randomness of its own.
/// @thread not shared.
class IdSource {
 public:
  IdSource(std::uint64_t seed_high, std::uint64_t seed_low) : high_(seed_high), low_(seed_low) {}

  Uuid next(std::int64_t utc_ms);

 private:
  std::uint64_t high_;
  std::uint64_t low_;
};

}  // namespace soleus
