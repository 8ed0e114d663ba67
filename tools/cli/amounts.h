#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

// Amounts as a person types them, "1h15" or "2 cups", made whole numbers of the protocol's units.
// Ranges are the core's business; here only what cannot be read is refused.
// @errors All throw UsageError with a sentence that shows how to write it.
namespace soleus_cli {

/// "30m", "1h15", "90s", "45 min", "1.5h". @units seconds, at least 1.
std::int64_t parse_duration_s(std::string_view text);

/// "300" or "300ml", "0.5l", "12oz" (US fluid ounce), "2 cups" (US cup), "1 glass" (250 ml).
/// @units ml, at least 1, rounded to the nearest.
std::int64_t parse_volume_ml(std::string_view text);

/// "10kg", "22lb", "500g". @units g.
std::int64_t parse_load_g(std::string_view text);

/// "20mm", "2cm", "1in". @units mm.
std::int64_t parse_height_mm(std::string_view text);

/// A whole number; 0 is one too.
std::int64_t parse_count(std::string_view text);

struct SetsAndReps {
  std::int64_t sets = 0;
  std::optional<std::int64_t> reps;  // in each set
};

/// "3x15" or "3": sets of so many repetitions, or sets alone.
SetsAndReps parse_sets(std::string_view text);

}  // namespace soleus_cli
