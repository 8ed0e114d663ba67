#include "tools/cli/completion.h"

#include <string>

#include "tests/support/catch.h"

using namespace soleus_cli;
using Catch::Matchers::Contains;

namespace {

const CommandNode kRoot{
    "soleus",
    {},
    "",
    {{"--db", "The diary's file", true}, {"--json", "As it is", false}},
    {{"log",
      {},
      "Log something",
      {},
      {{"walk", {"walking"}, "A walk: how long", {{"--brisk", "Fast", false}}, {}}}},
     {"today", {}, "It's today", {}, {}}}};

}  // namespace

TEST_CASE("completion: bash offers commands, their options and the global ones",
          "[cli][completion]") {
  const std::string script = bash_completion(kRoot);
  CHECK_THAT(script, Contains("'soleus') words='log today --db --json'"));
  CHECK_THAT(script, Contains("'soleus log walk') words='--brisk --db --json'"));
  CHECK_THAT(script, Contains("'soleus log walking') at='soleus log walk'"));
  CHECK_THAT(script, Contains("complete -F _soleus soleus"));
}

TEST_CASE("completion: zsh tells what each is for", "[cli][completion]") {
  const std::string script = zsh_completion(kRoot);
  CHECK_THAT(script, Catch::Matchers::StartsWith("#compdef soleus"));
  CHECK_THAT(script, Contains("'walk:A walk\\: how long'"));
  CHECK_THAT(script, Contains("'today:It'\\''s today'"));
}

TEST_CASE("completion: fish tells what each is for", "[cli][completion]") {
  const std::string script = fish_completion(kRoot);
  CHECK_THAT(script, Contains("-n '__soleus_at soleus log' -a walk -d 'A walk: how long'"));
  CHECK_THAT(script, Contains("-n '__soleus_at soleus today' -l db -r -F -d 'The diary\\'s file'"));
  CHECK_THAT(script, Contains("-a today -d 'It\\'s today'"));
}
