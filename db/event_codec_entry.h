#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/journal/entry.h"
#include "core/journal/event.h"
#include "db/event_codec_json.h"

// The fields of entries, one list per kind of amounts, keys in alphabetical order.
namespace soleus::db {

template <class F, class E, Of<WalkingAmounts> A>
void entry_fields(F& f, E& entry, A& amounts) {
  f.required("duration_s", amounts.duration_s);
  f.required("habit", entry.habit);
  f.optional("note", entry.note);
  f.optional("pace", amounts.pace);
  f.optional("source_id", entry.source_id);
  f.optional("steps", amounts.steps);
  f.optional("terrain", amounts.terrain);
}

template <class F, class E, Of<CalfRaiseAmounts> A>
void entry_fields(F& f, E& entry, A& amounts) {
  f.required("habit", entry.habit);
  f.optional("note", entry.note);
  f.optional("position", amounts.position);
  f.optional("reps", amounts.reps);
  f.required("sets", amounts.sets);
  f.optional("source_id", entry.source_id);
}

template <class F, class E, Of<StrengthAmounts> A>
void entry_fields(F& f, E& entry, A& amounts) {
  f.optional("duration_s", amounts.duration_s);
  f.required("exercise", amounts.exercise);
  f.required("habit", entry.habit);
  f.optional("load_g", amounts.load_g);
  f.optional("note", entry.note);
  f.optional("reps", amounts.reps);
  f.optional("sets", amounts.sets);
  f.optional("source_id", entry.source_id);
}

template <class F, class E, Of<StretchingAmounts> A>
void entry_fields(F& f, E& entry, A& amounts) {
  f.required("duration_s", amounts.duration_s);
  f.required("habit", entry.habit);
  f.optional("note", entry.note);
  f.optional("side", amounts.side);
  f.optional("source_id", entry.source_id);
  f.required("stretch", amounts.stretch);
}

template <class F, class E, Of<WaterAmounts> A>
void entry_fields(F& f, E& entry, A& amounts) {
  f.required("habit", entry.habit);
  f.optional("note", entry.note);
  f.optional("source_id", entry.source_id);
  f.required("water_ml", amounts.water_ml);
  f.optional("with_electrolytes", amounts.with_electrolytes);
}

template <class F, class E, Of<PostureCheckAmounts> A>
void entry_fields(F& f, E& entry, A&) {
  f.required("habit", entry.habit);
  f.optional("note", entry.note);
  f.optional("source_id", entry.source_id);
}

template <class F, class E, Of<FootwearCheckAmounts> A>
void entry_fields(F& f, E& entry, A& amounts) {
  f.required("habit", entry.habit);
  f.optional("heel_mm", amounts.heel_mm);
  f.optional("note", entry.note);
  f.optional("source_id", entry.source_id);
}

template <class F, class E, Of<CustomAmounts> A>
void entry_fields(F& f, E& entry, A& amounts) {
  f.required("amount", amounts.amount);
  f.required("habit", entry.habit);
  f.optional("note", entry.note);
  f.optional("source_id", entry.source_id);
}

/// The habits whose entries have amounts of their own, in the order of Amounts' alternatives; all
/// others are custom.
constexpr std::array<std::string_view, 7> kHabitsOfAmounts = {
    "walking", "calf_raises", "strength", "stretching", "water", "posture_check", "footwear_check"};
static_assert(kHabitsOfAmounts.size() + 1 == std::variant_size_v<Amounts>);

constexpr std::size_t amounts_index(std::string_view habit) {
  std::size_t index = 0;
  while (index < kHabitsOfAmounts.size() && kHabitsOfAmounts[index] != habit) ++index;
  return index;
}

template <std::size_t Index = 0>
void hold_amounts(Amounts& amounts, std::size_t index) {
  if (index == Index) {
    amounts.emplace<Index>();
  } else if constexpr (Index + 1 < std::variant_size_v<Amounts>) {
    hold_amounts<Index + 1>(amounts, index);
  }
}

/// The habit of the entry that `json` begins with. Only numbers and words stand before the habit,
/// so the first such key is it.
constexpr std::string_view habit_ahead(std::string_view json) {
  constexpr std::string_view kKey = "\"habit\":\"";
  const std::size_t at = json.find(kKey);
  if (at == std::string_view::npos) return {};
  json.remove_prefix(at + kKey.size());
  return json.substr(0, json.find('"'));
}

template <class F, Of<Entry> E>
void fields(F& f, E& entry) {
  if constexpr (F::kReads) {
    hold_amounts(entry.amounts, amounts_index(habit_ahead(f.rest())));
  } else if (entry.amounts.index() != amounts_index(entry.habit.text())) {
    return f.refuse();
  }
  std::visit([&](auto& amounts) { entry_fields(f, entry, amounts); }, entry.amounts);
}

template <class F, Of<EntryLogged> P>
void fields(F& f, P& logged) {
  fields(f, logged.entry);
}

template <class F, Of<EntryAmended> P>
void fields(F& f, P& amended) {
  f.required("entry", amended.entry);
  f.optional("redoes", amended.redoes);
  f.optional("undoes", amended.undoes);
}

template <class F, Of<EntryRemoved> P>
void fields(F& f, P& removed) {
  f.required("habit", removed.habit);
  f.optional("redoes", removed.redoes);
  f.optional("undoes", removed.undoes);
}

}  // namespace soleus::db
