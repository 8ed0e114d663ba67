#include "core/habits/contribution.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <string>

#include "core/calendar/moment.h"
#include "core/habits/catalogue.h"

namespace soleus {
namespace {

// @source game-rules.md section 2 (the four sums).
constexpr std::int32_t kOnTimeDays = 1;
constexpr std::int32_t kLateDays = 7;
// @source game-rules.md section 1, "Contributions".
constexpr std::int64_t kSecondsPerSet = 300;
constexpr std::int64_t kBriskStepsPerMinute = 100;
// @source game-rules.md section 10, both_ends.
constexpr std::int64_t kPairingMs = 30 * kMsPerMinute;

std::int32_t days_late(const EntryView& view) {
  return view.first->recorded_day - view.visible->civil_day;
}

std::int64_t started(std::int64_t seconds) {
  return (seconds + kSecondsPerSet - 1) / kSecondsPerSet;
}

std::int32_t wall_offset(const Event& version) {
  return version.occurred_offset_s.value_or(version.offset_s);
}

bool is_counted(Lateness lateness) {
  return lateness == Lateness::on_time || lateness == Lateness::late;
}

struct Interval {
  std::int64_t from_ms;
  std::int64_t to_ms;
};

std::optional<Interval> interval_of(const EntryView& view, std::int64_t duration_s) {
  if (!view.visible->occurred_ms) return std::nullopt;
  const std::int64_t end = *view.visible->occurred_ms;
  return Interval{end - duration_s * kMsPerSecond, end};
}

bool near(const Interval& a, const Interval& b) {
  return a.from_ms - b.to_ms <= kPairingMs && b.from_ms - a.to_ms <= kPairingMs;
}

/// Gathers the rows of one day, entry by entry.
class DayFold {
 public:
  explicit DayFold(CivilDay day) : day_(day) {}

  void note_stretches(const EntryView& view) {
    const auto* stretching = std::get_if<StretchingAmounts>(&view.entry()->amounts);
    if (stretching == nullptr || !is_counted(lateness_of(view))) return;
    if (const auto interval = interval_of(view, stretching->duration_s)) {
      stretches_.push_back(*interval);
    }
  }

  void add(const EntryView& view) {
    const Lateness lateness = lateness_of(view);
    const Entry& entry = *view.entry();
    for (const Contribution& contribution : contributions(entry)) {
      DayRow& row = row_for(contribution.habit, view);
      row.sums[lateness] += contribution.amount;
      row.entries[lateness] += 1;
    }
    if (const auto slot = break_slot(view)) {
      DayRow& row = row_for(habit_id::kDeskBreaks, view);
      row.slots.of[static_cast<std::size_t>(lateness)] |= 1ULL << *slot;
    }
    add_facts(view, lateness);
  }

  std::vector<DayRow> rows() && {
    std::sort(rows_.begin(), rows_.end(),
              [](const DayRow& a, const DayRow& b) { return a.habit < b.habit; });
    return std::move(rows_);
  }

 private:
  DayRow& row_for(const HabitId& habit, const EntryView& view) {
    const std::int32_t offset_s = wall_offset(*view.visible);
    auto found = std::find_if(rows_.begin(), rows_.end(),
                              [&](const DayRow& row) { return row.habit == habit; });
    if (found == rows_.end()) {
      DayRow row;
      row.day = day_;
      row.habit = habit;
      row.offset_min_s = offset_s;
      row.offset_max_s = offset_s;
      rows_.push_back(std::move(row));
      found = rows_.end() - 1;
    }
    found->offset_min_s = std::min(found->offset_min_s, offset_s);
    found->offset_max_s = std::max(found->offset_max_s, offset_s);
    if (told_same_day(view) && lateness_of(view) == Lateness::on_time) {
      found->logged_same_day = true;
    }
    return *found;
  }

  void add_facts(const EntryView& view, Lateness lateness) {
    const Entry& entry = *view.entry();
    const bool counted = is_counted(lateness);
    if (const auto* walk = std::get_if<WalkingAmounts>(&entry.amounts); walk && counted) {
      add_walk(*walk, view);
    } else if (const auto* raises = std::get_if<CalfRaiseAmounts>(&entry.amounts);
               raises && counted) {
      add_raises(*raises, row_for(habit_id::kCalfRaises, view));
    } else if (const auto* strength = std::get_if<StrengthAmounts>(&entry.amounts)) {
      DayRow& row = row_for(habit_id::kStrength, view);
      row.own_sets += strength_sets(*strength);
      if (counted) add_strength(*strength, view, row);
    }
  }

  void add_walk(const WalkingAmounts& walk, const EntryView& view) {
    DayRow& row = row_for(habit_id::kWalking, view);
    const bool measured_brisk = walk.pace == Pace::unknown &&
                                view.first->source == Source::health && walk.steps &&
                                *walk.steps * 60 >= kBriskStepsPerMinute * walk.duration_s;
    if (walk.pace == Pace::brisk || measured_brisk) row.brisk_s += walk.duration_s;
    if (walk.terrain == Terrain::incline || walk.terrain == Terrain::stairs) {
      row.incline_s += walk.duration_s;
    }
    if (walk.terrain == Terrain::varied) row.varied_s += walk.duration_s;
    row.paired_sessions += paired(interval_of(view, walk.duration_s));
  }

  static void add_raises(const CalfRaiseAmounts& raises, DayRow& row) {
    const std::int64_t reps = raises.sets * raises.reps.value_or(0);
    row.load_sets += raises.sets;
    row.reps += reps;
    if (!raises.position) return;
    (*raises.position == Position::seated ? row.reps_seated : row.reps_standing) += reps;
    mark_position(row, *raises.position);
  }

  void add_strength(const StrengthAmounts& strength, const EntryView& view, DayRow& row) {
    row.load_sets += strength_sets(strength);
    row.paired_sessions += paired(interval_of(view, strength.duration_s.value_or(0)));
    if (strength.exercise == Exercise::standing_calf_raise) {
      mark_position(row, Position::standing);
    } else if (strength.exercise == Exercise::single_leg_raise) {
      mark_position(row, Position::single_leg);
    } else {
      return;
    }
    const std::int64_t reps = strength.sets.value_or(0) * strength.reps.value_or(0);
    row.reps += reps;
    row.reps_standing += reps;
  }

  static void mark_position(DayRow& row, Position position) {
    row.positions =
        static_cast<std::uint8_t>(row.positions | (1u << static_cast<unsigned>(position)));
  }

  std::int64_t paired(const std::optional<Interval>& session) const {
    if (!session) return 0;
    return std::any_of(stretches_.begin(), stretches_.end(),
                       [&](const Interval& stretch) { return near(*session, stretch); })
               ? 1
               : 0;
  }

  CivilDay day_;
  std::vector<DayRow> rows_;
  std::vector<Interval> stretches_;
};

Sums slots_inside(const Slots& slots, const DeskWindow& window) {
  std::uint64_t inside = 0;
  for (int slot = 0; slot < 48; ++slot) {
    if (slot_inside(slot, window)) inside |= 1ULL << slot;
  }
  // A slot counts once, by the entry of it that counts for most.
  Sums sums;
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < kLatenessKinds; ++i) {
    const std::uint64_t fresh = slots.of[i] & inside & ~seen;
    sums.of[i] = std::popcount(fresh);
    seen |= fresh;
  }
  return sums;
}

}  // namespace

Lateness lateness_of(const EntryView& view) {
  const std::int32_t late = days_late(view);
  if (view.first->source == Source::import) return Lateness::imported;
  if (view.first->source == Source::health) {
    return late <= kLateDays ? Lateness::on_time : Lateness::imported;
  }
  if (late <= kOnTimeDays) return Lateness::on_time;
  return late <= kLateDays ? Lateness::late : Lateness::old;
}

bool told_same_day(const EntryView& view) { return days_late(view) == 0; }

std::int64_t strength_sets(const StrengthAmounts& amounts) {
  const bool by_time =
      amounts.exercise == Exercise::skipping_rope || amounts.exercise == Exercise::stair_stepper;
  if (amounts.duration_s && (by_time || !amounts.sets)) return started(*amounts.duration_s);
  return amounts.sets.value_or(0);
}

std::vector<Contribution> contributions(const Entry& entry) {
  struct Feed {
    const Entry& entry;
    std::vector<Contribution> operator()(const WalkingAmounts& a) const {
      return {{entry.habit, a.duration_s}};
    }
    std::vector<Contribution> operator()(const CalfRaiseAmounts& a) const {
      if (!a.position || *a.position == Position::seated) return {{entry.habit, a.sets}};
      return {{entry.habit, a.sets}, {habit_id::kStrength, a.sets}};
    }
    std::vector<Contribution> operator()(const StrengthAmounts& a) const {
      return {{entry.habit, strength_sets(a)}};
    }
    std::vector<Contribution> operator()(const StretchingAmounts& a) const {
      return {{entry.habit, a.duration_s}};
    }
    std::vector<Contribution> operator()(const WaterAmounts& a) const {
      return {{entry.habit, a.water_ml}};
    }
    std::vector<Contribution> operator()(const PostureCheckAmounts&) const {
      return {{entry.habit, 1}};
    }
    std::vector<Contribution> operator()(const FootwearCheckAmounts&) const {
      return {{entry.habit, 1}};
    }
    std::vector<Contribution> operator()(const CustomAmounts& a) const {
      return {{entry.habit, a.amount}};
    }
  };
  return std::visit(Feed{entry}, entry.amounts);
}

std::optional<int> break_slot(const EntryView& view) {
  const Event& version = *view.visible;
  const Entry* entry = view.entry();
  if (entry == nullptr || !version.occurred_ms) return std::nullopt;
  const bool moves = std::holds_alternative<WalkingAmounts>(entry->amounts) ||
                     std::holds_alternative<CalfRaiseAmounts>(entry->amounts) ||
                     std::holds_alternative<StrengthAmounts>(entry->amounts);
  if (!moves) return std::nullopt;
  return wall_minute(*version.occurred_ms, wall_offset(version)) / kSlotMinutes;
}

std::vector<DayRow> fold_day(CivilDay day, const std::vector<EntryView>& views) {
  DayFold fold{day};
  const auto each = [&](auto&& use) {
    for (const EntryView& view : views) {
      if (view.visible->civil_day == day && view.entry() != nullptr) use(view);
    }
  };
  each([&](const EntryView& view) { fold.note_stretches(view); });
  each([&](const EntryView& view) { fold.add(view); });
  return std::move(fold).rows();
}

Sums sums_in(const DayRow& row, const DeskWindow& window) {
  return row.habit == habit_id::kDeskBreaks ? slots_inside(row.slots, window) : row.sums;
}

Sums sums_before_hold(const DayRow& row, const DeskWindow& window) {
  if (!row.before_hold) return {};
  return row.habit == habit_id::kDeskBreaks ? slots_inside(row.before_hold->slots, window)
                                            : row.before_hold->sums;
}

}  // namespace soleus
