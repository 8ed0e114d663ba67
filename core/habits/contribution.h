#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/habits/values.h"
#include "core/journal/versions.h"

namespace soleus {

/// What one entry adds to one habit.
struct Contribution {
  HabitId habit;
  std::int64_t amount = 0;
  friend bool operator==(const Contribution&, const Contribution&) = default;
};

/// How late an entry was told, which decides what it counts for. Amending keeps it.
/// @source game-rules.md section 2.
Lateness lateness_of(const EntryView& view);

/// True if the entry was told on the very day it is about.
bool told_same_day(const EntryView& view);

/// Sets an entry of the strength habit counts: skipping rope and stair stepper one per started
/// 300 s. @source game-rules.md section 1, "Contributions".
std::int64_t strength_sets(const StrengthAmounts& amounts);

/// The habits an entry feeds, its own first; desk breaks are fed by the slot instead.
std::vector<Contribution> contributions(const Entry& entry);

/// Desk breaks are counted by the half hour. @source game-rules.md section 1, "Contributions".
constexpr std::int32_t kSlotMinutes = 30;

/// Whether a slot lies wholly inside the window.
constexpr bool slot_inside(int slot, const DeskWindow& window) {
  return slot * kSlotMinutes >= window.start_min && (slot + 1) * kSlotMinutes <= window.end_min;
}

/// The half hour of the wall clock in which the entry ended, 0..47, if it counts as a desk break:
/// walking, calf raises and strength with a known instant.
std::optional<int> break_slot(const EntryView& view);

/// The day rows of `day` from all its entries: `views` may hold entries of other days and removed
/// ones, which are passed over. Without before_hold (see mark_holds). Ordered by habit.
std::vector<DayRow> fold_day(CivilDay day, const std::vector<EntryView>& views);

/// The sums a status looks at: those of the row, or for desk breaks the slots inside the window.
Sums sums_in(const DayRow& row, const DeskWindow& window);
Sums sums_before_hold(const DayRow& row, const DeskWindow& window);

}  // namespace soleus
