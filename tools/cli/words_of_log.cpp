#include "tools/cli/words_of_log.h"

#include "tools/cli/amounts.h"
#include "tools/cli/errors.h"
#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

void put_sets(std::string_view typed, JsonObject& params) {
  const SetsAndReps sets = parse_sets(typed);
  params["sets"] = sets.sets;
  if (sets.reps) params["reps"] = *sets.reps;
}

/// "3x12" and "3" are sets, everything with a unit is a time.
void put_sets_or_time(std::string_view typed, JsonObject& params) {
  const std::string text = lower(trim(typed));
  const bool sets = text.find_first_not_of("0123456789x ") == std::string::npos;
  if (sets || text.find("\u00D7") != std::string::npos) {
    put_sets(typed, params);
  } else {
    params["duration_s"] = parse_duration_s(typed);
  }
}

void put_custom(std::string_view kind, std::string_view typed, JsonObject& params) {
  const std::string text = lower(trim(typed));
  if (kind == "duration_s") {
    params["amount"] = parse_duration_s(text);
  } else if (kind == "volume_ml") {
    params["amount"] = parse_volume_ml(text);
  } else if (kind == "yes_no" && text == "yes") {
    params["amount"] = 1;
  } else if (kind == "limit" && text == "none") {
    params["amount"] = 0;
  } else {
    params["amount"] = parse_count(text);
  }
}

}  // namespace

const std::vector<Word>& exercise_words() {
  static const std::vector<Word> kWords{
      {"raises", "standing_calf_raise"},  {"standing", "standing_calf_raise"},
      {"single-leg", "single_leg_raise"}, {"rope", "skipping_rope"},
      {"stepper", "stair_stepper"},       {"other", "other"}};
  return kWords;
}

const std::vector<Word>& stretch_words() {
  static const std::vector<Word> kWords{{"wall", "wall"},
                                        {"bent-knee", "bent_knee_wall"},
                                        {"dog", "downward_dog"},
                                        {"towel", "seated_towel"},
                                        {"other", "other"}};
  return kWords;
}

const std::vector<Word>& terrain_words() {
  static const std::vector<Word> kWords{
      {"flat", "flat"}, {"incline", "incline"}, {"varied", "varied"}, {"stairs", "stairs"}};
  return kWords;
}

std::string meant_by(const std::vector<Word>& words, std::string_view typed,
                     std::string_view what) {
  const std::string text = lower(trim(typed));
  for (const Word& word : words) {
    if (text == word.typed || text == word.meant) return std::string(word.meant);
  }
  throw UsageError("\"" + printable(typed) + "\" is not " + std::string(what) +
                   ". There are: " + listed(words) + ".");
}

std::string listed(const std::vector<Word>& words) {
  std::vector<std::string> names;
  for (const Word& word : words) names.emplace_back(word.typed);
  return join(names, ", ");
}

void put_amount(std::string_view habit, std::string_view kind, std::string_view typed,
                JsonObject& params) {
  if (habit == "walking" || habit == "stretching") {
    params["duration_s"] = parse_duration_s(typed);
  } else if (habit == "calf_raises") {
    put_sets(typed, params);
  } else if (habit == "strength") {
    put_sets_or_time(typed, params);
  } else if (habit == "water") {
    params["water_ml"] = parse_volume_ml(typed);
  } else if (habit == "footwear_check") {
    params["heel_mm"] = parse_height_mm(typed);
  } else if (habit == "posture_check" || habit == "desk_breaks") {
    throw UsageError("There is no amount to say here.");
  } else {
    put_custom(kind, typed, params);
  }
}

}  // namespace soleus_cli
