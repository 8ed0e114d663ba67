#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "core/journal/vocabulary.h"
#include "platform/c/json_writer.h"

namespace soleus {

/// What a command may have changed, in words a shell can map to its screens.
/// @source protocol.md, "Envelope".
enum class Area : std::uint8_t { today, day, history, log, habits, plan, settings, all };
SOLEUS_NAMES(Area, 8, "today", "day", "history", "log", "habits", "plan", "settings", "all");

/// A set of areas.
struct Areas {
  std::uint8_t bits = 0;

  constexpr Areas() = default;
  constexpr Areas(std::initializer_list<Area> areas) {
    for (const Area area : areas) bits = static_cast<std::uint8_t>(bits | 1u << index(area));
  }
  constexpr bool has(Area area) const { return (bits >> index(area) & 1u) != 0; }
  constexpr void add(Areas more) { bits = static_cast<std::uint8_t>(bits | more.bits); }
  friend bool operator==(const Areas&, const Areas&) = default;

 private:
  static constexpr unsigned index(Area area) { return static_cast<unsigned>(area); }
};

/// The areas' names in their fixed order; "all" stands alone.
void write(JsonWriter& writer, Areas areas);

/// Counts the commits seen through one handle and remembers what the last of them changed.
class CommitLog {
 public:
  std::int64_t count() const { return count_; }

  /// Cannot fail, as the commit it tells of has happened.
  void add(Areas changed) noexcept;

  /// What changed after the commit numbered `commit`: everything, if that is not known.
  Areas since(std::int64_t commit) const;

 private:
  static constexpr std::size_t place(std::int64_t commit) {
    return static_cast<std::size_t>(commit % kRemembered);
  }

  static constexpr std::int64_t kRemembered = 256;

  std::int64_t count_ = 0;
  std::array<Areas, kRemembered> newest_{};  // a ring: the next commit's place is count_
};

}  // namespace soleus
