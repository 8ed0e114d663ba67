#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "tools/cli/render_today.h"
#include "tools/cli/text.h"

// The way back from log.add parameters to what a person would type.
namespace soleus_cli {
namespace {

std::string typed_duration(std::int64_t seconds) {
  if (seconds % 3600 == 0) return std::to_string(seconds / 3600) + 'h';
  if (seconds % 60 == 0) return std::to_string(seconds / 60) + 'm';
  return std::to_string(seconds) + 's';
}

std::string typed_sets(const Json& quick) {
  std::string text = std::to_string(number_of(quick, "sets"));
  if (const auto reps = find_number(quick, "reps")) text += 'x' + std::to_string(*reps);
  return text;
}

std::string typed_amount(const Json& quick) {
  if (find_number(quick, "sets")) return typed_sets(quick);
  return typed_duration(number_of(quick, "duration_s"));
}

std::string raises(const Json& quick) {
  const std::string position = text_of(quick, "position");
  std::string text = "log raises " + typed_sets(quick);
  if (position == "single_leg") return text + " --single-leg";
  return position.empty() ? text : text + " --" + position;
}

std::string strength(const Json& quick) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kExercises{{
      {"standing_calf_raise", "raises"},
      {"single_leg_raise", "single-leg"},
      {"skipping_rope", "rope"},
      {"stair_stepper", "stepper"},
      {"other", "other"},
  }};
  const std::string exercise = text_of(quick, "exercise");
  for (const auto& [word, typed] : kExercises) {
    if (exercise == word) return "log strength " + std::string(typed) + ' ' + typed_amount(quick);
  }
  return {};
}

std::string stretch(const Json& quick) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kStretches{{
      {"wall", "wall"},
      {"downward_dog", "dog"},
      {"bent_knee_wall", "bent-knee"},
      {"seated_towel", "towel"},
      {"other", "other"},
  }};
  const std::string kind = text_of(quick, "stretch");
  for (const auto& [word, typed] : kStretches) {
    if (kind == word) return "log stretch " + std::string(typed) + ' ' + typed_amount(quick);
  }
  return {};
}

std::string custom(const Json& quick, const Json& habit) {
  const std::string title = printable(text_of(habit, "title"));
  const bool plain =
      title.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
      std::string::npos;
  // Inside the shell's double quotes these four would mean something.
  if (!plain && title.find_first_of("\"\\$`!") != std::string::npos) return {};
  std::string text = "log " + (plain ? title : '"' + title + '"');
  const std::string kind = text_of(habit, "kind");
  const std::int64_t amount = number_of(quick, "amount");
  if (kind == "yes_no") return text;
  if (kind == "duration_s") return text + ' ' + typed_duration(amount);
  return text + ' ' + std::to_string(amount);
}

}  // namespace

std::string command_of(const Json& quick, const Json& habit) {
  const std::string id = text_of(quick, "habit");
  if (id == "walking") return "log walk " + typed_duration(number_of(quick, "duration_s"));
  if (id == "calf_raises") return raises(quick);
  if (id == "strength") return strength(quick);
  if (id == "stretching") return stretch(quick);
  if (id == "water") return "log water " + std::to_string(number_of(quick, "water_ml"));
  if (id == "posture_check") return "log posture";
  if (id == "footwear_check") return "log footwear";
  return find_number(quick, "amount") ? custom(quick, habit) : std::string();
}

}  // namespace soleus_cli
