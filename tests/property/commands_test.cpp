#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "tests/property/agreement.h"
#include "tests/property/random_phone.h"
#include "tests/property/random_values.h"
#include "tests/property/scribe.h"
#include "tests/support/catch.h"
#include "tests/support/reference_model.h"

// Random commands: what the person did is what is there, and the sums are those of the model.
using namespace soleus;
using namespace soleus::testing;
using soleus::reference::Model;

namespace {

constexpr std::uint64_t kSequences = 2000;
constexpr std::uint64_t kPairs = 500;
constexpr int kSteps = 60;

/// What the person would be surprised by; empty if nothing.
std::string surprise(const Expectation& expected, const Model& model) {
  for (const auto& [root, told] : expected.entries()) {
    const auto visible = model.entry(root);
    if (!visible || visible->day != told.day || visible->entry != told.values) {
      return "an entry is not on its day as it was told";
    }
  }
  if (expected.entries().size() != model.entry_count()) return "there are entries nobody told";
  return {};
}

std::string disagreement(Diary& diary, Model& model, bool everything) {
  if (auto difference = rows_differ(diary, model)) return *difference;
  if (!everything || model.rows().empty()) return {};
  const CivilDay first = model.rows().begin()->first.first - 2;
  const CivilDay last = model.rows().rbegin()->first.first + 8;
  for (const CivilDay as_of : {last - 9, last + 2}) {
    if (auto difference = standings_differ(diary, model, first, last, as_of)) return *difference;
  }
  return {};
}

void print(const std::map<std::string, int>& done) {
  for (const auto& [what, times] : done) std::cout << "commands, " << what << ": " << times << '\n';
}

/// Half of the diaries are SQLite files, half stay in memory: nothing may hang on the difference.
TEST_CASE("any sequence of commands leaves exactly what the person told") {
  std::map<std::string, int> done;
  for (std::uint64_t seed = 1; seed <= kSequences; ++seed) {
    Diary diary{99, seed % 2 == 0 ? Keeping::in_file : Keeping::in_memory};
    RandomPhone phone{diary, seed, true};
    for (int i = 0; i < kSteps; ++i) {
      INFO("seed " << seed << ", step " << i);
      REQUIRE(phone.step() == "");
      Model model{diary.events()};
      REQUIRE(disagreement(diary, model, i % 20 == 19) == "");
      REQUIRE(surprise(phone.expected(), model) == "");
    }
    for (const auto& [what, times] : phone.done()) done[what] += times;
  }
  print(done);
  for (const char* what : {"add", "amend", "remove", "undo", "redo", "replay", "rows as before",
                           "arrange", "delete"}) {
    CHECK(done[what] >= 100);
  }
}

/// A hold, its end or nothing, told by somebody else's device.
void set_holds(Scribe& clinic, Dice& dice, const std::vector<Event>& seen) {
  if (!dice.chance(10)) return;
  for (const Event& event : seen) {
    if (!std::holds_alternative<HoldSet>(event.payload) || dice.chance(50)) continue;
    clinic.write(HoldEnded{event.id});
    return;
  }
  HoldSet hold;
  hold.tags = random_held_tags(dice);
  hold.level = static_cast<HoldLevel>(dice.between(0, 6));
  hold.from = clinic.today();
  clinic.write(hold);
}

TEST_CASE("two phones that exchange what they have end up with the same file") {
  std::map<std::string, int> done;
  for (std::uint64_t seed = 1; seed <= kPairs; ++seed) {
    INFO("seed " << seed);
    Dice dice{seed};
    Diary one{1};
    Diary other{2};
    RandomPhone owner{one, 2 * seed, false};
    RandomPhone tablet{other, 2 * seed + 1, false};
    std::vector<Event> from_clinic;
    Scribe clinic{9, from_clinic};
    for (int i = 0; i < kSteps; ++i) {
      REQUIRE((dice.chance(50) ? owner : tablet).step() == "");
      if (dice.chance(12)) REQUIRE(one.merge(other.events()));
      if (dice.chance(12)) REQUIRE(other.merge(one.events()));
      clinic.at(owner.now_ms(), owner.today());
      set_holds(clinic, dice, from_clinic);
      if (dice.chance(10)) REQUIRE(one.merge(from_clinic));
      if (dice.chance(10)) REQUIRE(other.merge(from_clinic));
    }
    REQUIRE(one.merge(from_clinic));
    REQUIRE(one.merge(other.events()));
    REQUIRE(other.merge(one.events()));
    REQUIRE((one.events() == other.events()));
    REQUIRE((one.rows() == other.rows()));
    REQUIRE((one.offset_spans() == other.offset_spans()));
    Model model{one.events()};
    REQUIRE(disagreement(one, model, true) == "");
    REQUIRE(disagreement(other, model, true) == "");
    for (const auto& [what, times] : owner.done()) done[what] += times;
    for (const auto& [what, times] : tablet.done()) done[what] += times;
  }
  print(done);
}

}  // namespace
