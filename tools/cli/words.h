#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tools/cli/look.h"
#include "tools/cli/reply.h"

// Values of the protocol in words.
namespace soleus_cli {

/// An amount of a habit's unit: "1 h 15 min", "3 sets", "750 ml" ("25 oz" in US units).
std::string amount_text(std::int64_t amount, std::string_view unit, const Look& look);

/// "12 of 30 min", "0.9 of 2 l", "4 of 6 sets".
std::string progress_text(std::int64_t amount, std::int64_t target, std::string_view unit,
                          const Look& look);

/// What an entry says, without its habit: "30 min, brisk, incline", "3x15 seated".
std::string entry_text(const Json& entry, std::string_view unit, const Look& look);

/// "45 min a day", "3 sets on 2 days a week", "150 min a week", "at most 2 a day".
std::string goal_text(const Json& goal, std::string_view unit, const Look& look);

/// "Monday, Wednesday and Friday", short: "Mon, Wed, Fri".
std::string weekdays_text(const JsonArray& weekdays);

/// A word of the protocol as a person writes it: "stair_stepper" is "stair stepper".
std::string plain_word(std::string_view word);

/// The last six characters of an id, which is what tells ids of one time apart.
std::string short_id(std::string_view id);

}  // namespace soleus_cli
