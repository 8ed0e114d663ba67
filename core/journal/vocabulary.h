#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/calendar/civil_day.h"

// The words events are written with. Every enumeration is stored by its lower-case name, never by
// its number; `names_of` is the one table between the two.
namespace soleus {

/// Groups habits for badges, holds and reminders. @source game-rules.md section 1.
enum class Tag : std::uint8_t { none, walk, pump, strength, stretch, water, desk_break, care };

/// What one entry of a habit counts. @source protocol.md, habits.create.
enum class HabitKind : std::uint8_t { count, duration_s, volume_ml, yes_no, limit };

/// How much a habit asks of a day. @source game-rules.md section 5.
enum class Effort : std::uint8_t { tiny, small, medium, large };

enum class Pace : std::uint8_t { unknown, easy, brisk };
enum class Terrain : std::uint8_t { unknown, flat, incline, varied, stairs };
enum class Position : std::uint8_t { seated, standing, single_leg };
enum class Exercise : std::uint8_t {
  standing_calf_raise,
  single_leg_raise,
  skipping_rope,
  stair_stepper,
  other,
};
enum class Stretch : std::uint8_t { wall, downward_dog, bent_knee_wall, seated_towel, other };
enum class Side : std::uint8_t { left, right, both };

/// Who told it. @source protocol.md, log.add.
enum class Source : std::uint8_t { manual, timer, widget, health, import };

enum class Units : std::uint8_t { metric, us };

/// @source game-rules.md section 1, "Schedule kinds".
enum class ScheduleType : std::uint8_t {
  daily,
  weekdays,
  weekly_quota,
  weekly_amount,
  every_n_days,
  at_most,
};

/// How a hold came about; the clinical ones are clinical-spec.md section 3.3.
enum class HoldLevel : std::uint8_t { user, h0, h1, h2, h3, h4, h5 };

template <class Enum>
struct Names;  // Names<Enum>::values: the names in the order of the enumerators

#define SOLEUS_NAMES(Enum, count, ...)                                        \
  template <>                                                                 \
  struct Names<Enum> {                                                        \
    static constexpr std::array<std::string_view, count> values{__VA_ARGS__}; \
  }

SOLEUS_NAMES(Tag, 8, "none", "walk", "pump", "strength", "stretch", "water", "break", "care");
SOLEUS_NAMES(HabitKind, 5, "count", "duration_s", "volume_ml", "yes_no", "limit");
SOLEUS_NAMES(Effort, 4, "tiny", "small", "medium", "large");
SOLEUS_NAMES(Pace, 3, "unknown", "easy", "brisk");
SOLEUS_NAMES(Terrain, 5, "unknown", "flat", "incline", "varied", "stairs");
SOLEUS_NAMES(Position, 3, "seated", "standing", "single_leg");
SOLEUS_NAMES(Exercise, 5, "standing_calf_raise", "single_leg_raise", "skipping_rope",
             "stair_stepper", "other");
SOLEUS_NAMES(Stretch, 5, "wall", "downward_dog", "bent_knee_wall", "seated_towel", "other");
SOLEUS_NAMES(Side, 3, "left", "right", "both");
SOLEUS_NAMES(Source, 5, "manual", "timer", "widget", "health", "import");
SOLEUS_NAMES(Units, 2, "metric", "us");
SOLEUS_NAMES(ScheduleType, 6, "daily", "weekdays", "weekly_quota", "weekly_amount", "every_n_days",
             "at_most");
SOLEUS_NAMES(HoldLevel, 7, "user", "h0", "h1", "h2", "h3", "h4", "h5");

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return Names<Enum>::values[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> named(std::string_view name) {
  for (std::size_t i = 0; i < Names<Enum>::values.size(); ++i) {
    if (Names<Enum>::values[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

/// A set of weekdays.
struct WeekdaySet {
  std::uint8_t bits = 0;  // bit 0 is Monday

  constexpr void add(Weekday day) { bits = static_cast<std::uint8_t>(bits | bit(day)); }
  constexpr bool has(Weekday day) const { return (bits & bit(day)) != 0; }
  constexpr bool empty() const { return bits == 0; }
  constexpr int size() const {
    int n = 0;
    for (unsigned rest = bits; rest != 0; rest &= rest - 1) ++n;
    return n;
  }
  friend bool operator==(const WeekdaySet&, const WeekdaySet&) = default;

 private:
  static constexpr unsigned bit(Weekday day) { return 1u << (static_cast<unsigned>(day) - 1); }
};

/// A set of tags.
struct TagSet {
  std::uint8_t bits = 0;

  constexpr void add(Tag tag) {
    bits = static_cast<std::uint8_t>(bits | (1u << static_cast<unsigned>(tag)));
  }
  constexpr bool has(Tag tag) const { return (bits >> static_cast<unsigned>(tag) & 1u) != 0; }
  constexpr bool empty() const { return bits == 0; }
  friend bool operator==(const TagSet&, const TagSet&) = default;
};

/// When a habit is asked for. @source game-rules.md section 1, "Schedule kinds".
struct Schedule {
  ScheduleType type = ScheduleType::daily;
  WeekdaySet weekdays;     // weekdays only
  std::int32_t quota = 0;  // weekly_quota: days a week, 1..7
  std::int32_t every = 0;  // every_n_days: n, 2..365
  friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// A goal in force from `from_day` on. `target` is per scheduled day; for a weekly quota the
/// amount at which a day counts; for a weekly amount the amount per week; for a limit the most.
struct Goal {
  Schedule schedule;
  std::int64_t target = 0;
  CivilDay from_day;
  friend bool operator==(const Goal&, const Goal&) = default;
};

/// Which habits a pause or a rest day is about: the named ones, those of a tag, or (neither) all.
struct Scope {
  std::vector<HabitId> habits;
  std::optional<Tag> tag;
  friend bool operator==(const Scope&, const Scope&) = default;
};

/// The part of the day spent at a desk, wall clock. @units minutes after midnight.
struct DeskWindow {
  std::int32_t start_min = 9 * 60;
  std::int32_t end_min = 17 * 60;
  friend bool operator==(const DeskWindow&, const DeskWindow&) = default;
};

}  // namespace soleus
