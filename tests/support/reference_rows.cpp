#include <algorithm>
#include <cstdlib>
#include <variant>

#include "tests/support/reference_model.h"

namespace soleus::reference {

namespace {

std::int64_t started_blocks(std::int64_t duration_s) { return (duration_s + 299) / 300; }

/// @source game-rules.md section 1, "Contributions".
std::int64_t sets_of(const StrengthAmounts& strength) {
  const bool by_time = strength.exercise == Exercise::skipping_rope ||
                       strength.exercise == Exercise::stair_stepper || !strength.sets;
  if (by_time && strength.duration_s) return started_blocks(*strength.duration_s);
  return strength.sets.value_or(0);
}

std::int64_t own_amount(const Amounts& amounts) {
  if (const auto* walk = std::get_if<WalkingAmounts>(&amounts)) return walk->duration_s;
  if (const auto* raises = std::get_if<CalfRaiseAmounts>(&amounts)) return raises->sets;
  if (const auto* strength = std::get_if<StrengthAmounts>(&amounts)) return sets_of(*strength);
  if (const auto* stretch = std::get_if<StretchingAmounts>(&amounts)) return stretch->duration_s;
  if (const auto* water = std::get_if<WaterAmounts>(&amounts)) return water->water_ml;
  if (const auto* custom = std::get_if<CustomAmounts>(&amounts)) return custom->amount;
  return 1;  // a check
}

bool stands(const CalfRaiseAmounts& raises) {
  return raises.position == Position::standing || raises.position == Position::single_leg;
}

void add_raises(DayRow& row, std::int64_t reps, std::optional<Position> position) {
  row.reps += reps;
  if (!position) return;
  if (*position == Position::seated) {
    row.reps_seated += reps;
  } else {
    row.reps_standing += reps;
  }
  row.positions = static_cast<std::uint8_t>(row.positions | 1u << static_cast<unsigned>(*position));
}

bool brisk(const WalkingAmounts& walk, Source first_source) {
  if (walk.pace == Pace::brisk) return true;
  return first_source == Source::health && walk.pace == Pace::unknown && walk.steps &&
         *walk.steps * 60 >= walk.duration_s * 100;
}

void add_walking_facts(DayRow& row, const WalkingAmounts& walk, Source first_source) {
  if (brisk(walk, first_source)) row.brisk_s += walk.duration_s;
  if (walk.terrain == Terrain::incline || walk.terrain == Terrain::stairs) {
    row.incline_s += walk.duration_s;
  }
  if (walk.terrain == Terrain::varied) row.varied_s += walk.duration_s;
}

void add_calf_raise_facts(DayRow& row, const CalfRaiseAmounts& raises) {
  add_raises(row, raises.sets * raises.reps.value_or(0), raises.position);
  row.load_sets += raises.sets;
}

void add_strength_facts(DayRow& row, const StrengthAmounts& strength) {
  const std::int64_t reps = strength.sets.value_or(0) * strength.reps.value_or(0);
  if (strength.exercise == Exercise::standing_calf_raise) {
    add_raises(row, reps, Position::standing);
  }
  if (strength.exercise == Exercise::single_leg_raise) {
    add_raises(row, reps, Position::single_leg);
  }
  row.load_sets += sets_of(strength);
}

struct Interval {
  std::int64_t from_ms;
  std::int64_t to_ms;
};

/// From the start to the end of what happened; `end_ms` is what the event knows.
Interval interval_of(const Amounts& amounts, std::int64_t end_ms) {
  std::int64_t duration_s = 0;
  if (const auto* walk = std::get_if<WalkingAmounts>(&amounts)) duration_s = walk->duration_s;
  if (const auto* stretch = std::get_if<StretchingAmounts>(&amounts)) {
    duration_s = stretch->duration_s;
  }
  if (const auto* strength = std::get_if<StrengthAmounts>(&amounts)) {
    duration_s = strength->duration_s.value_or(0);
  }
  return {end_ms - duration_s * 1000, end_ms};
}

bool near(const Interval& a, const Interval& b) {
  const std::int64_t gap_ms = std::max(a.from_ms - b.to_ms, b.from_ms - a.to_ms);
  return gap_ms <= 30 * 60 * 1000;
}

int half_hour_of(std::int64_t utc_ms, std::int32_t offset_s) {
  constexpr std::int64_t kDayMs = 86'400'000;
  const std::int64_t wall_ms = utc_ms + std::int64_t{offset_s} * 1000;
  const std::int64_t of_day_ms = ((wall_ms % kDayMs) + kDayMs) % kDayMs;
  return static_cast<int>(of_day_ms / (30 * 60 * 1000));
}

}  // namespace

void Model::build_rows() {
  for (const auto& [root, told] : told_) add_to_rows(told);
  find_pairs();
}

/// The row, made if need be, with what every entry that feeds it tells.
DayRow& Model::row_of(const Told& told, const HabitId& habit) {
  const CivilDay day = told.visible->civil_day;
  const auto [at, is_new] = rows_.try_emplace({day, habit});
  DayRow& row = at->second;
  if (is_new) {
    row.day = day;
    row.habit = habit;
    row.offset_min_s = row.offset_max_s = told.offset_s();
    if (hold_begun(habit, day) != nullptr) row.before_hold.emplace();
  }
  row.offset_min_s = std::min(row.offset_min_s, told.offset_s());
  row.offset_max_s = std::max(row.offset_max_s, told.offset_s());
  if (told.lateness == Lateness::on_time && told.lag_days == 0) row.logged_same_day = true;
  return row;
}

void Model::add_to_rows(const Told& told) {
  const CivilDay day = told.visible->civil_day;
  const auto add = [&](const HabitId& habit, std::int64_t amount) -> DayRow& {
    DayRow& row = row_of(told, habit);
    row.sums[told.lateness] += amount;
    row.entries[told.lateness] += 1;
    const Held* held = hold_begun(habit, day);
    if (held != nullptr && told.first->hlc < held->event->hlc) {
      row.before_hold->sums[told.lateness] += amount;
      row.before_hold->entries[told.lateness] += 1;
    }
    return row;
  };

  const Amounts& amounts = told.entry->amounts;
  DayRow& own = add(told.entry->habit, own_amount(amounts));
  if (const auto* walk = std::get_if<WalkingAmounts>(&amounts)) {
    if (told.counts()) add_walking_facts(own, *walk, told.first->source);
    add_desk_break(told);
  }
  if (const auto* raises = std::get_if<CalfRaiseAmounts>(&amounts)) {
    if (told.counts()) add_calf_raise_facts(own, *raises);
    if (stands(*raises) && deleted_.count(HabitId{"strength"}) == 0) {
      add(HabitId{"strength"}, raises->sets);
    }
    add_desk_break(told);
  }
  if (const auto* strength = std::get_if<StrengthAmounts>(&amounts)) {
    own.own_sets += sets_of(*strength);
    if (told.counts()) add_strength_facts(own, *strength);
    add_desk_break(told);
  }
}

void Model::add_desk_break(const Told& told) {
  const HabitId desk_breaks{"desk_breaks"};
  if (!told.visible->occurred_ms || deleted_.count(desk_breaks) != 0) return;
  const auto kind = static_cast<std::size_t>(told.lateness);
  const std::uint64_t slot = std::uint64_t{1}
                             << half_hour_of(*told.visible->occurred_ms, told.offset_s());
  DayRow& row = row_of(told, desk_breaks);
  row.slots.of[kind] |= slot;
  const Held* held = hold_begun(desk_breaks, told.visible->civil_day);
  if (held != nullptr && told.first->hlc < held->event->hlc) {
    row.before_hold->slots.of[kind] |= slot;
  }
}

/// Counts the walks and strength sessions that have a stretch within half an hour.
void Model::find_pairs() {
  for (const auto& [root, session] : told_) {
    const Amounts& amounts = session.entry->amounts;
    const bool is_session = std::holds_alternative<WalkingAmounts>(amounts) ||
                            std::holds_alternative<StrengthAmounts>(amounts);
    if (!is_session || !session.counts() || !session.visible->occurred_ms) continue;
    const CivilDay day = session.visible->civil_day;
    bool paired = false;
    for (const auto& [other_root, other] : told_) {
      if (!std::holds_alternative<StretchingAmounts>(other.entry->amounts)) continue;
      if (!other.counts() || !other.visible->occurred_ms) continue;
      if (other.visible->civil_day != day) continue;
      if (near(interval_of(amounts, *session.visible->occurred_ms),
               interval_of(other.entry->amounts, *other.visible->occurred_ms))) {
        paired = true;
      }
    }
    if (paired) rows_.at({day, session.entry->habit}).paired_sessions += 1;
  }
}

/// Each slot once, under the best Lateness it has.
Sums Model::slots_in_window(const Slots& slots, CivilDay day) const {
  const DeskWindow window = desk_window(day);
  Sums distinct;
  for (int slot = 0; slot < 48; ++slot) {
    const std::int32_t start_min = slot * 30;
    if (start_min < window.start_min || start_min + 30 > window.end_min) continue;
    for (const Lateness kind :
         {Lateness::on_time, Lateness::late, Lateness::old, Lateness::imported}) {
      if ((slots.of[static_cast<std::size_t>(kind)] >> slot & 1u) == 0) continue;
      distinct[kind] += 1;
      break;
    }
  }
  return distinct;
}

Sums Model::sums(const HabitId& habit, CivilDay day) const {
  const auto row = rows_.find({day, habit});
  if (row == rows_.end()) return {};
  if (habit == HabitId{"desk_breaks"}) return slots_in_window(row->second.slots, day);
  return row->second.sums;
}

}  // namespace soleus::reference
