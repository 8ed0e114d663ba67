#include "platform/c/entry_json.h"

#include <string_view>
#include <variant>

#include "core/habits/catalogue.h"

namespace soleus {
namespace {

/// Reads the fields of one entry, new or to be changed; the words of the protocol stand here once.
class AmountFields {
 public:
  AmountFields(const JsonReader& params, bool is_new) : params_(params), is_new_(is_new) {}

  Status operator()(WalkingAmounts& a) const {
    SOLEUS_TRY(needed("duration_s", a.duration_s));
    SOLEUS_TRY(params_.change("pace", a.pace, Pace::unknown));
    SOLEUS_TRY(params_.change("terrain", a.terrain, Terrain::unknown));
    return params_.change("steps", a.steps);
  }
  Status operator()(CalfRaiseAmounts& a) const {
    SOLEUS_TRY(needed("sets", a.sets));
    SOLEUS_TRY(params_.change("reps", a.reps));
    return params_.change("position", a.position);
  }
  Status operator()(StrengthAmounts& a) const {
    SOLEUS_TRY(needed("exercise", a.exercise));
    SOLEUS_TRY(params_.change("sets", a.sets));
    SOLEUS_TRY(params_.change("reps", a.reps));
    SOLEUS_TRY(params_.change("duration_s", a.duration_s));
    return params_.change("load_g", a.load_g);
  }
  Status operator()(StretchingAmounts& a) const {
    SOLEUS_TRY(params_.change("stretch", a.stretch, Stretch::other));
    SOLEUS_TRY(needed("duration_s", a.duration_s));
    return params_.change("side", a.side);
  }
  Status operator()(WaterAmounts& a) const {
    SOLEUS_TRY(needed("water_ml", a.water_ml));
    return params_.change("with_electrolytes", a.with_electrolytes);
  }
  Status operator()(PostureCheckAmounts&) const { return {}; }
  Status operator()(FootwearCheckAmounts& a) const { return params_.change("heel_mm", a.heel_mm); }
  Status operator()(CustomAmounts& a) const { return needed("amount", a.amount); }

 private:
  template <class T>
  Status needed(std::string_view name, T& target) const {
    if (is_new_ && !params_.has(name)) return params_.missing(name);
    if (!params_.given(name)) return {};
    if (!params_.has(name)) return params_.refuse(name, "cannot be cleared.");
    return read(*params_.find(name), target);
  }

  const JsonReader& params_;
  bool is_new_;
};

class AmountWords {
 public:
  AmountWords(JsonWriter& writer, bool brief) : writer_(writer), brief_(brief) {}

  void operator()(const WalkingAmounts& a) const {
    writer_.field("duration_s", a.duration_s);
    unless("pace", a.pace, Pace::unknown);
    unless("terrain", a.terrain, Terrain::unknown);
    writer_.field("steps", a.steps);
  }
  void operator()(const CalfRaiseAmounts& a) const {
    writer_.field("sets", a.sets);
    writer_.field("reps", a.reps);
    writer_.field("position", a.position);
  }
  void operator()(const StrengthAmounts& a) const {
    writer_.field("exercise", a.exercise);
    writer_.field("sets", a.sets);
    writer_.field("reps", a.reps);
    writer_.field("duration_s", a.duration_s);
    writer_.field("load_g", a.load_g);
  }
  void operator()(const StretchingAmounts& a) const {
    unless("stretch", a.stretch, Stretch::other);
    writer_.field("duration_s", a.duration_s);
    writer_.field("side", a.side);
  }
  void operator()(const WaterAmounts& a) const {
    writer_.field("water_ml", a.water_ml);
    unless("with_electrolytes", a.with_electrolytes, false);
  }
  void operator()(const PostureCheckAmounts&) const {}
  void operator()(const FootwearCheckAmounts& a) const { writer_.field("heel_mm", a.heel_mm); }
  void operator()(const CustomAmounts& a) const { writer_.field("amount", a.amount); }

 private:
  template <class T>
  void unless(std::string_view name, T value, T granted) const {
    if (!brief_ || value != granted) writer_.field(name, value);
  }

  JsonWriter& writer_;
  bool brief_;
};

std::string_view lateness_word(Lateness lateness) {
  switch (lateness) {
    case Lateness::on_time: return "full";
    case Lateness::late: return "half";
    case Lateness::old:
    case Lateness::imported: break;
  }
  return "history";
}

}  // namespace

std::optional<Amounts> blank_amounts(const HabitId& habit) {
  if (habit == habit_id::kWalking) return WalkingAmounts{};
  if (habit == habit_id::kCalfRaises) return CalfRaiseAmounts{};
  if (habit == habit_id::kStrength) return StrengthAmounts{};
  if (habit == habit_id::kStretching) return StretchingAmounts{};
  if (habit == habit_id::kWater) return WaterAmounts{};
  if (habit == habit_id::kPostureCheck) return PostureCheckAmounts{};
  if (habit == habit_id::kFootwearCheck) return FootwearCheckAmounts{};
  return std::nullopt;
}

Status read_amounts(const JsonReader& params, Amounts& amounts) {
  return std::visit(AmountFields{params, true}, amounts);
}

Status change_amounts(const JsonReader& params, Amounts& amounts) {
  return std::visit(AmountFields{params, false}, amounts);
}

void write_amounts(JsonWriter& writer, const Amounts& amounts, bool brief) {
  std::visit(AmountWords{writer, brief}, amounts);
}

void write(JsonWriter& writer, const Contribution& contribution) {
  writer.begin_object();
  writer.field("habit", contribution.habit);
  writer.field("amount", contribution.amount);
  writer.end_object();
}

void write(JsonWriter& writer, const LoggedEntry& entry) {
  writer.begin_object();
  writer.field("id", entry.id);
  writer.field("habit", entry.values.habit);
  writer.field("day", entry.day);
  if (entry.occurred_ms) {
    writer.key("occurred_at");
    writer.begin_object();
    writer.field("utc_ms", *entry.occurred_ms);
    writer.field("offset_s", entry.offset_s);
    writer.end_object();
  }
  writer.field("recorded_utc_ms", entry.recorded_ms);
  writer.key("amounts");
  writer.begin_object();
  write_amounts(writer, entry.values.amounts);
  writer.end_object();
  writer.field_unless_empty("note", entry.values.note);
  writer.field("source", entry.source);
  writer.field_unless_empty("source_id", entry.values.source_id);
  writer.field("lateness", lateness_word(entry.lateness));
  writer.field("amended", entry.amended);
  if (entry.removed) writer.field("removed", true);
  writer.field("feeds", entry.feeds);
  writer.end_object();
}

}  // namespace soleus
