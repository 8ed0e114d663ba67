#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/hlc.h"
#include "core/base/ids.h"
#include "core/calendar/civil_day.h"
#include "core/journal/vocabulary.h"

// The plain values of the habit rules: no rule stands here, so that the reference model of the
// tests can share them and nothing else.
namespace soleus {

/// How an entry counts, by how late it was told. @source game-rules.md section 2.
enum class Lateness : std::uint8_t { on_time, late, old, imported };
constexpr std::size_t kLatenessKinds = 4;

/// One number per Lateness.
struct Sums {
  std::array<std::int64_t, kLatenessKinds> of{};

  constexpr std::int64_t& operator[](Lateness l) { return of[static_cast<std::size_t>(l)]; }
  constexpr std::int64_t operator[](Lateness l) const { return of[static_cast<std::size_t>(l)]; }
  /// What status, chains and badges look at.
  constexpr std::int64_t counted() const { return of[0] + of[1]; }
  /// What charts and totals show.
  constexpr std::int64_t total() const { return of[0] + of[1] + of[2] + of[3]; }
  friend bool operator==(const Sums&, const Sums&) = default;
};

/// Half-hour slots of the wall clock, bit 0 = 00:00-00:30; one set per Lateness.
struct Slots {
  std::array<std::uint64_t, kLatenessKinds> of{};
  friend bool operator==(const Slots&, const Slots&) = default;
};

/// What one habit gathered on one civil day: the four sums, the number of entries in each, and
/// fixed facts. Facts tell of counted entries (on time or late) unless they say otherwise.
/// A pure function of the day's entries and of the holds that began on it.
/// @source game-rules.md section 2.
struct DayRow {
  CivilDay day;
  HabitId habit;
  Sums sums;
  Sums entries;
  std::int64_t brisk_s = 0;          // walking
  std::int64_t incline_s = 0;        // walking on inclines and stairs
  std::int64_t varied_s = 0;         // walking on varied terrain
  std::int64_t reps = 0;             // raises in all, by sets x reps per set
  std::int64_t reps_seated = 0;      // of them seated
  std::int64_t reps_standing = 0;    // of them standing or on one leg
  std::uint8_t positions = 0;        // bit per Position of a raise
  std::int64_t own_sets = 0;         // strength: sets of its own entries, of every Lateness
  std::int64_t load_sets = 0;        // calf_raises, strength: sets of own entries
  Slots slots;                       // desk_breaks: slots with movement, of every Lateness
  bool logged_same_day = false;      // an entry was told on this very day
  std::int64_t paired_sessions = 0;  // walks, strength sessions with a stretch near them
  std::int32_t offset_min_s = 0;     // wall clock offsets of the entries, of every Lateness
  std::int32_t offset_max_s = 0;
  /// On a day a hold on this habit's tag began: what was there before it.
  struct BeforeHold {
    Sums sums;
    Sums entries;
    Slots slots;
    friend bool operator==(const BeforeHold&, const BeforeHold&) = default;
  };
  std::optional<BeforeHold> before_hold;

  friend bool operator==(const DayRow&, const DayRow&) = default;
};

/// Where a habit stands on a day or in a week. Never encoded in an amount.
/// @source game-rules.md section 3; protocol.md, "Envelope".
enum class DayStatus : std::uint8_t {
  hold,
  done,
  paused,
  rest,
  off,
  short_day,
  open,
  missed,
  none,
};
SOLEUS_NAMES(DayStatus, 9, "hold", "done", "paused", "rest", "off", "short", "open", "missed",
             "none");

/// A week of a weekly habit: how much is there, how much is needed.
struct WeekStanding {
  std::int64_t have = 0;
  std::int64_t need = 0;
  DayStatus status = DayStatus::none;
  friend bool operator==(const WeekStanding&, const WeekStanding&) = default;
};

/// A time in which the habits of some tags rest, told by the person or by a clinical rule.
/// @source game-rules.md section 3 and 7 (S4).
struct Hold {
  EventId id;
  Hlc told;  // when it was set: what was logged on its first day before counts
  TagSet tags;
  HoldLevel level = HoldLevel::user;
  CivilDay from;
  std::optional<CivilDay> to;  // the day the hold ends, still held
  std::optional<EventId> report;
  friend bool operator==(const Hold&, const Hold&) = default;
};

}  // namespace soleus
