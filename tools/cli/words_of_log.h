#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/cli/reply.h"

// The short words of `log` and `amend` and what the protocol calls them.
namespace soleus_cli {

/// Short word, protocol word.
struct Word {
  std::string_view typed;
  std::string_view meant;
};

const std::vector<Word>& exercise_words();
const std::vector<Word>& stretch_words();
const std::vector<Word>& terrain_words();

/// Also accepts the protocol's own word. @errors UsageError, naming the words there are.
std::string meant_by(const std::vector<Word>& words, std::string_view typed, std::string_view what);

/// The words as help shows them: "raises, rope, other".
std::string listed(const std::vector<Word>& words);

/// Puts an amount of a habit as typed into log.add or log.amend parameters: "3x12" as sets and
/// reps where the habit counts sets, "30m" as a duration, ... `kind`: that of a custom habit.
/// @errors UsageError.
void put_amount(std::string_view habit, std::string_view kind, std::string_view typed,
                JsonObject& params);

}  // namespace soleus_cli
