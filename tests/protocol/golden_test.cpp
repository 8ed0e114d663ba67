// The golden pairs: what every shell may rely on, byte for byte. SOLEUS_APPROVE=1 makes the replies
// of now the promise; look at the difference before you commit it.
#include <cstdlib>

#include "tests/protocol/diary.h"
#include "tests/protocol/golden.h"
#include "tests/support/catch.h"
#include "tests/support/temp_db.h"

using namespace soleus::testing;

namespace {

bool approving() { return std::getenv("SOLEUS_APPROVE") != nullptr; }

/// The reply as the scenario's file shows it. A copy of `today` that is left out there must be what
/// the op `today` itself replies, byte for byte.
std::string shown_reply(const Scenario& scenario, const Step& step, const Diary& diary) {
  const std::string reply = diary.call(step.request).text;
  if (!scenario.without_today) return reply;
  const std::string today = today_in(reply);
  if (today.empty()) return reply;
  CHECK(today == result_of(diary.call(step.today).text));
  return without_today(reply);
}

}  // namespace

TEST_CASE("protocol: every scenario gets the replies that were promised", "[protocol][golden]") {
  const auto files = scenario_files();
  REQUIRE_FALSE(files.empty());
  for (const auto& file : files) {
    DYNAMIC_SECTION(file.stem().string()) {
      Scenario scenario = read_scenario(file);
      const TempDb db;
      const Diary diary(db.path());
      REQUIRE(diary.opening().status == SOLEUS_OK);
      for (Step& step : scenario.steps) {
        const std::string reply = shown_reply(scenario, step, diary);
        if (approving()) {
          step.reply = reply;
          continue;
        }
        INFO(step.request);
        CHECK(reply == step.reply);
      }
      if (approving()) {
        approve(scenario);
        SUCCEED("approved");
      }
    }
  }
}

TEST_CASE("protocol: a scenario played again on another file gets the same bytes",
          "[protocol][golden]") {
  const auto play = [](const Scenario& scenario) {
    const TempDb db;
    const Diary diary(db.path());
    std::string replies;
    for (const Step& step : scenario.steps) replies += diary.call(step.request).text;
    return replies;
  };
  for (const auto& file : scenario_files()) {
    const Scenario scenario = read_scenario(file);
    INFO(file);
    CHECK(play(scenario) == play(scenario));
  }
}
