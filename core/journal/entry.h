#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "core/base/ids.h"
#include "core/journal/vocabulary.h"

// What a person logs. Ranges stand in core/habits/catalogue.h. @source game-rules.md section 1.
namespace soleus {

struct WalkingAmounts {
  std::int64_t duration_s = 0;
  Pace pace = Pace::unknown;
  Terrain terrain = Terrain::unknown;
  std::optional<std::int64_t> steps;
  friend bool operator==(const WalkingAmounts&, const WalkingAmounts&) = default;
};

struct CalfRaiseAmounts {
  std::int64_t sets = 0;
  std::optional<std::int64_t> reps;  // per set
  std::optional<Position> position;
  friend bool operator==(const CalfRaiseAmounts&, const CalfRaiseAmounts&) = default;
};

/// Sets (with reps per set) or a duration; at least one of the two.
struct StrengthAmounts {
  Exercise exercise = Exercise::other;
  std::optional<std::int64_t> sets;
  std::optional<std::int64_t> reps;
  std::optional<std::int64_t> duration_s;
  std::optional<std::int64_t> load_g;
  friend bool operator==(const StrengthAmounts&, const StrengthAmounts&) = default;
};

struct StretchingAmounts {
  Stretch stretch = Stretch::other;
  std::int64_t duration_s = 0;
  std::optional<Side> side;
  friend bool operator==(const StretchingAmounts&, const StretchingAmounts&) = default;
};

struct WaterAmounts {
  std::int64_t water_ml = 0;
  bool with_electrolytes = false;
  friend bool operator==(const WaterAmounts&, const WaterAmounts&) = default;
};

struct PostureCheckAmounts {
  friend bool operator==(const PostureCheckAmounts&, const PostureCheckAmounts&) = default;
};

struct FootwearCheckAmounts {
  std::optional<std::int64_t> heel_mm;
  friend bool operator==(const FootwearCheckAmounts&, const FootwearCheckAmounts&) = default;
};

struct CustomAmounts {
  std::int64_t amount = 0;
  friend bool operator==(const CustomAmounts&, const CustomAmounts&) = default;
};

using Amounts =
    std::variant<WalkingAmounts, CalfRaiseAmounts, StrengthAmounts, StretchingAmounts, WaterAmounts,
                 PostureCheckAmounts, FootwearCheckAmounts, CustomAmounts>;

/// The values of one entry; when and where it happened stand in its event.
struct Entry {
  HabitId habit;
  Amounts amounts;
  std::string note;
  std::string source_id;
  friend bool operator==(const Entry&, const Entry&) = default;
};

}  // namespace soleus
